/** The order of a deck: what comes before and after a place. Pure. */
import type { DeckView } from '#wire/deck-view'
import type { Position } from '#wire/messages'
import { textOf, titleOf } from './title.ts'

/** Where the deck's slides lead, as a list that can be clicked. */
export interface Entry {
  h: number
  v: number
  /** What people call it, as the wall does. */
  number: string
  /** Plain text of the slide's first heading, else of its beginning; may be ''. */
  title: string
  question: boolean
}

/** The next step, else the next slide before its first step; undefined at the end. */
export function next(deck: DeckView, { h, v, f }: Position): Position | undefined {
  if (f < lastStep(deck, h, v)) return { h, v, f: f + 1 }
  const order = places(deck)
  const to = order[indexOf(order, h, v) + 1]
  return to && { ...to, f: -1 }
}

/** One step back, else the previous slide with all its steps; undefined at the beginning. */
export function previous(deck: DeckView, { h, v, f }: Position): Position | undefined {
  if (f > -1) return { h, v, f: f - 1 }
  const order = places(deck)
  const to = order[indexOf(order, h, v) - 1]
  return to && { ...to, f: lastStep(deck, to.h, to.v) }
}

/** The next step, else the slide below in the same stack. */
export function down(deck: DeckView, position: Position): Position | undefined {
  const to = next(deck, position)
  return to?.h === position.h ? to : undefined
}

/** One step back, else the slide above in the same stack. */
export function up(deck: DeckView, position: Position): Position | undefined {
  const to = previous(deck, position)
  return to?.h === position.h ? to : undefined
}

export function first(deck: DeckView): Position | undefined {
  const to = places(deck)[0]
  return to && { ...to, f: -1 }
}

export function last(deck: DeckView): Position | undefined {
  const to = places(deck).at(-1)
  return to && { ...to, f: -1 }
}

export function outline(deck: DeckView): Entry[] {
  return places(deck).map(({ h, v }) => {
    const slide = deck.slides[h]?.[v]
    return {
      h,
      v,
      number: slide?.number ?? '',
      title: named(slide?.html ?? ''),
      question: slide?.poll !== undefined,
    }
  })
}

/**
 * The slide that somebody calls `20`, by its number, or `4.3`, the third of the fourth stack. Where numbers name stacks, `4`
 * is the first slide of the fourth. Numbers with a slash can be written with a full stop, too.
 */
export function called(entries: Entry[], name: string): Entry | undefined {
  const wanted = dotted(name)
  return (
    entries.find(({ number }) => dotted(number) === wanted) ??
    entries.find(({ h, v }) => `${h + 1}.${v + 1}` === wanted) ??
    entries.find(({ number }) => dotted(number).startsWith(`${wanted}.`))
  )
}

const dotted = (name: string) => name.replace('/', '.')

/** How far the numbers go: the last slide's, or that of its stack. */
export const highest = (entries: Entry[]): string => dotted(entries.at(-1)?.number ?? '').replace(/\..*/, '')

/** Slides that can be gone to, in order: reveal.js leaves hidden ones out. */
function places(deck: DeckView): { h: number; v: number }[] {
  return deck.slides.flatMap((stack, h) =>
    stack.flatMap((slide, v) => (slide && slide.attributes['data-visibility'] !== 'hidden' ? [{ h, v }] : [])),
  )
}

/** Index of a place, or of the last one before it when it cannot be gone to itself. */
function indexOf(order: { h: number; v: number }[], h: number, v: number): number {
  const exact = order.findIndex(place => place.h === h && place.v === v)
  return exact >= 0 ? exact : order.findLastIndex(place => place.h < h || (place.h === h && place.v < v))
}

const lastStep = (deck: DeckView, h: number, v: number) => (deck.slides[h]?.[v]?.steps ?? 0) - 1

/** Longest title from a slide without a heading, in characters. */
const MAX_TITLE = 60

function named(html: string): string {
  const text = titleOf(html) || textOf(html) || (/<img[^>]*\balt="([^"]+)"/i.exec(html)?.[1] ?? '')
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1).trimEnd()}…` : text
}
