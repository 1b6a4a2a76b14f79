/** A deck as its segments. Pure. */
import type { Deck, Segment, Slide } from '../../deck/deck.ts'

export interface DeckSegment extends Segment {
  /** Id of its first slide. */
  id: string
  slides: PlacedSlide[]
}

export interface PlacedSlide {
  slide: Slide
  h: number
  v: number
}

/** A deck is never changed. */
const known = new WeakMap<Deck, DeckSegment[]>()

/** In order; slides before the first mark are in none. */
export function segmentsOf(deck: Deck): DeckSegment[] {
  const before = known.get(deck)
  if (before) return before
  const segments: DeckSegment[] = []
  for (const [h, stack] of deck.slides.entries()) {
    for (const [v, slide] of stack.entries()) {
      if (slide.segment) segments.push({ ...slide.segment, id: slide.id, slides: [] })
      segments.at(-1)?.slides.push({ slide, h, v })
    }
  }
  known.set(deck, segments)
  return segments
}

export const segmentById = (deck: Deck, id: string): DeckSegment | undefined =>
  segmentsOf(deck).find(segment => segment.id === id)

/** The segment that a place of the deck is in; undefined before the first. */
export const segmentAt = (deck: Deck, { h, v }: { h: number; v: number }): DeckSegment | undefined =>
  segmentsOf(deck).find(({ slides }) => slides.some(at => at.h === h && at.v === v))

export const segmentOf = (deck: Deck, slide: Slide): DeckSegment | undefined =>
  segmentsOf(deck).find(({ slides }) => slides.some(at => at.slide === slide))
