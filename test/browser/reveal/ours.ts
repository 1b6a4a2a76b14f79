/** Runs in Chromium: draws a deck as our wall and phones do. */
import { createStage, type DeckStage } from '../../../client/slides/deck.ts'
import { DIFFERENCES } from './differences.ts'
import { seen } from './shape.ts'
import { errors, plain, tell } from './tell.ts'
import type { Input } from './told.ts'

window.ours = async input => {
  const root = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'stage' }))
  const stage = await createStage(root, input.wall)
  const told = input.wall.slides.flatMap((column, h) =>
    column.map((slide, v) => {
      stage.show({ h, v, f: -1 })
      const section = present()
      const go = (f: number) => stage.show({ h, v, f })
      return tell(section, `${h}.${v}`, slide?.steps ?? 0, go, copy => {
        for (const { fromOurs } of DIFFERENCES) fromOurs?.(copy, input)
        return plain(input.notes[h]?.[v] ?? '')
      })
    }),
  )
  return { slides: told, errors, phone: await phone(stage, input) }
}

/** What a phone shows at each step, that is given no more than the step. */
async function phone(stage: DeckStage, { wall, phone }: Input): Promise<string[][][]> {
  const told: string[][][] = []
  for (const [h, column] of wall.slides.entries()) {
    for (const [v, slide] of column.entries()) {
      const rows: string[][] = []
      for (const [index, html] of (phone[h]?.[v] ?? []).entries()) {
        const slides = wall.slides.with(h, column.with(v, slide && { ...slide, html }))
        await stage.update({ ...wall, slides })
        stage.show({ h, v, f: index - 1 })
        rows.push(seen(present()))
      }
      told.push(rows)
    }
  }
  return told
}

const present = () =>
  document.querySelector<HTMLElement>('.slides > section.present:not(.stack), .slides > .present > section.present') ??
  document.body
