/** Every deck of `test/decks` parses to what stands beside it. `npx vitest -u` writes what it finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Deck, Slide } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'

const folder = join(import.meta.dirname, '../decks')

for (const file of readdirSync(folder).filter(name => name.endsWith('.md'))) {
  test(`${file} parses to the result beside it`, async () => {
    const text = readFileSync(join(folder, file), 'utf8')
    const deck = parse(text, { assets: '/482913/assets/', seed: '482913', file })
    await expect(told(deck)).toMatchFileSnapshot(join(folder, file.replace(/md$/, 'html')))
  })
}

/** A deck as text that shows a change as a small diff. */
function told({ slides, version: _, ...deck }: Deck): string {
  const all = slides.flat()
  const rows = slides.flatMap((column, h) =>
    column.map((slide, v) => toldSlide(`${h}.${v}`, slide, `${all.indexOf(slide) + 1}`)),
  )
  return `${[comment('deck', deck), ...rows].join('\n\n')}\n`
}

/** With its number where the deck gives it another than its place among all. */
function toldSlide(place: string, { html, assets, number, ...slide }: Slide, usual: string) {
  const steps = html.map((shown, index) => {
    const named = assets[index]?.length ? ` names ${JSON.stringify(assets[index])}` : ''
    return `<!-- step ${index - 1}${named} -->\n${shown}`
  })
  return [comment(`slide ${place}`, number === usual ? slide : { ...slide, number }), ...steps].join('\n')
}

const comment = (name: string, value: unknown) => `<!-- ${name} ${JSON.stringify(value, null, 2)} -->`
