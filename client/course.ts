/** The order of a deck: what comes before and after a place. Pure. */
import type { DeckView, Position } from '#wire/messages'
import { textOf, titleOf } from './title.ts'

/** Where the deck's slides lead, as a list that can be clicked. */
export interface Entry {
  h: number
  v: number
  /** From 1, as it is said aloud; hidden slides count, so that phones, which do not know them, count alike. */
  number: number
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
  let slides = 0
  const before = deck.slides.map(stack => {
    slides += stack.length
    return slides - stack.length
  })
  return places(deck).map(({ h, v }) => {
    const slide = deck.slides[h]?.[v]
    return {
      h,
      v,
      number: (before[h] ?? 0) + v + 1,
      title: named(slide?.html ?? ''),
      question: slide?.poll !== undefined,
    }
  })
}

/** The slide that somebody calls `20`, the twentieth, or `4.3`, the third of the fourth stack. */
export function called(entries: Entry[], name: string): Entry | undefined {
  return entries.find(({ h, v, number }) => name === `${number}` || name === `${h + 1}.${v + 1}`)
}

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
