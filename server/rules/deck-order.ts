/** The way through a deck, step by step and slide by slide, as reveal.js goes it. Pure. */
import type { Position } from '../wire/messages.ts'

/** What of a deck its order depends on; null stands for a slide that is not known. */
export interface OrderedDeck {
  slides: readonly (readonly ({ steps: number; attributes: Record<string, string> } | null)[])[]
}

/** The next step, else the next slide before its first step; undefined at the end. */
export function next(deck: OrderedDeck, { h, v, f }: Position): Position | undefined {
  if (f < lastStep(deck, h, v)) return { h, v, f: f + 1 }
  const order = places(deck)
  const to = order[indexOf(order, h, v) + 1]
  return to && { ...to, f: -1 }
}

/** One step back, else the previous slide with all its steps; undefined at the beginning. */
export function previous(deck: OrderedDeck, { h, v, f }: Position): Position | undefined {
  if (f > -1) return { h, v, f: f - 1 }
  const order = places(deck)
  const to = order[indexOf(order, h, v) - 1]
  return to && { ...to, f: lastStep(deck, to.h, to.v) }
}

/** The next step, else the slide below in the same stack. */
export function down(deck: OrderedDeck, position: Position): Position | undefined {
  const to = next(deck, position)
  return to?.h === position.h ? to : undefined
}

/** One step back, else the slide above in the same stack. */
export function up(deck: OrderedDeck, position: Position): Position | undefined {
  const to = previous(deck, position)
  return to?.h === position.h ? to : undefined
}

export function first(deck: OrderedDeck): Position | undefined {
  const to = places(deck)[0]
  return to && { ...to, f: -1 }
}

export function last(deck: OrderedDeck): Position | undefined {
  const to = places(deck).at(-1)
  return to && { ...to, f: -1 }
}

/** Slides that can be gone to, in order: reveal.js leaves hidden ones out. */
export function places(deck: OrderedDeck): { h: number; v: number }[] {
  return deck.slides.flatMap((stack, h) =>
    stack.flatMap((slide, v) => (slide && slide.attributes['data-visibility'] !== 'hidden' ? [{ h, v }] : [])),
  )
}

/** Index of a place, or of the last one before it when it cannot be gone to itself. */
function indexOf(order: { h: number; v: number }[], h: number, v: number): number {
  const exact = order.findIndex(place => place.h === h && place.v === v)
  return exact >= 0 ? exact : order.findLastIndex(place => place.h < h || (place.h === h && place.v < v))
}

const lastStep = (deck: OrderedDeck, h: number, v: number) => (deck.slides[h]?.[v]?.steps ?? 0) - 1
