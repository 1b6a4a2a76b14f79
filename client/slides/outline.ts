/** A deck's slides as a list to pick from, and what people call them. Pure. */
import { places } from '#rules/deck-order'
import type { DeckView } from '#wire/deck-view'

export interface OutlineEntry {
  h: number
  v: number
  /** What people call it, as the wall does. */
  number: string
  /** May be ''. */
  title: string
  question: boolean
}

/** Those that can be gone to, in order. */
export function outline(deck: DeckView): OutlineEntry[] {
  return places(deck).map(({ h, v }) => {
    const { number = '', title = '', poll } = deck.slides[h]?.[v] ?? {}
    return { h, v, number, title, question: poll !== undefined }
  })
}

/**
 * The slide that somebody calls `20`, by its number, or `4.3`, the third of the fourth stack. Where numbers name stacks, `4`
 * is the first slide of the fourth. Numbers with a slash can be written with a full stop, too.
 */
export function findSlide(entries: OutlineEntry[], name: string): OutlineEntry | undefined {
  const wanted = dotted(name)
  return (
    entries.find(({ number }) => dotted(number) === wanted) ??
    entries.find(({ h, v }) => `${h + 1}.${v + 1}` === wanted) ??
    entries.find(({ number }) => dotted(number).startsWith(`${wanted}.`))
  )
}

const dotted = (name: string) => name.replace('/', '.')

/** How far the numbers go: the last slide's, or that of its stack. */
export const lastNumber = (entries: OutlineEntry[]): string => dotted(entries.at(-1)?.number ?? '').replace(/\..*/, '')
