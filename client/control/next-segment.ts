/** Where the next part of the class begins. Pure. */
import { places } from '#rules/deck-order'
import type { DeckView } from '#wire/deck-view'
import type { Position } from '#wire/messages'

/** The first slide of the next segment that can be gone to; undefined in the last one. */
export function nextSegment(deck: DeckView, from: { h: number; v: number }): Position | undefined {
  const after = (a: { h: number; v: number }, b: { h: number; v: number }) => a.h > b.h || (a.h === b.h && a.v > b.v)
  const begins = deck.slides
    .flatMap((stack, h) => stack.flatMap((slide, v) => (slide?.segment || slide?.begins ? [{ h, v }] : [])))
    .find(place => after(place, from))
  // One whose first slide is hidden begins with the next one that is not.
  const to = begins && places(deck).find(place => !after(begins, place))
  return to && { ...to, f: -1 }
}
