/** Which part of the class a lesson is in, by the marks in its deck. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { SegmentView } from '../../wire/deck-view.ts'
import type { Lesson } from '../lesson.ts'
import { slideAt } from './place.ts'

interface Visit {
  h: number
  v: number
  deck: Deck
  trail: Lesson['trail']
  /** When the current slide was gone to, ms since the epoch. */
  enteredAt: number
}

/** The part that the current slide is in: from the last mark at or before it to the next; null before the first mark. */
export function segmentAt({ h, v, deck, trail, enteredAt }: Visit): SegmentView | null {
  const slides = deck.slides.flat()
  const current = slideAt(deck, { h, v })
  const until = current ? slides.indexOf(current) + 1 : 0
  const start = slides.slice(0, until).findLastIndex(slide => slide.segment)
  const segment = slides[start]?.segment
  if (!segment) return null
  const next = slides.findIndex((slide, index) => index > start && slide.segment)
  const within = new Set(slides.slice(start, next < 0 ? undefined : next).map(({ id }) => id))
  const first = trail.find(({ slide }) => within.has(slide))
  return { ...segment, enteredAt: Math.max(first?.at ?? enteredAt, begunAt(trail) ?? 0) }
}

/** When the class began, ms since the epoch: as it left its first slide, which is on the wall while the room fills; undefined before. */
export const begunAt = (trail: Lesson['trail']): number | undefined => trail.get(1)?.at
