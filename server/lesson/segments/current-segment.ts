/** Which part of the class a lesson is in, and what students may walk through alone. Pure. */
import type { Deck, Segment } from '../../deck/deck.ts'
import type { SegmentView } from '../../wire/segment-view.ts'
import type { Lesson } from '../lesson.ts'
import { place } from '../show/place.ts'
import { type DeckSegment, segmentAt, segmentsOf } from './deck-segments.ts'

interface Visit {
  h: number
  v: number
  deck: Deck
  segments: Lesson['segments']
  trail: Lesson['trail']
  /** When the current slide was gone to, ms since the epoch. */
  enteredAt: number
}

/** The segment of the class's position; undefined before the first. */
export const currentSegment = (lesson: Lesson, deck: Deck): DeckSegment | undefined =>
  segmentAt(deck, place(lesson, deck))

/** What all are told of the segment that the current slide is in; null before the first. @param titled with its title */
export function segmentView(
  { h, v, deck, segments, trail, enteredAt: now }: Visit,
  titled: boolean,
): SegmentView | null {
  const segment = segmentAt(deck, { h, v })
  if (!segment) return null
  const { id, kind, title, seconds } = segment
  const all = segmentsOf(deck)
  const next = all[all.indexOf(segment) + 1]
  return {
    id,
    kind,
    title: titled ? title : '',
    pace: paceOf(segments, segment),
    enteredAt: enteredAt({ segments, trail }, segment) ?? Math.max(now, begunAt(trail) ?? 0),
    ...(seconds !== undefined && { seconds }),
    ...(next && { next: { kind: next.kind, ...(next.seconds !== undefined && { seconds: next.seconds }) } }),
  }
}

/** When the class first came to a segment, ms since the epoch; one that it begins with, when the class itself begins. */
export function enteredAt(
  { segments, trail }: Pick<Lesson, 'segments' | 'trail'>,
  { id, slides }: DeckSegment,
): number | undefined {
  const within = new Set(slides.map(({ slide }) => slide.id))
  // Logs of older versions have no word of segments.
  const entered = segments.get(id)?.enteredAt ?? trail.find(({ slide }) => within.has(slide))?.at
  return entered === undefined ? undefined : Math.max(entered, begunAt(trail) ?? 0)
}

export const paceOf = (segments: Lesson['segments'], { id, pace }: DeckSegment): Segment['pace'] =>
  segments.get(id)?.pace ?? pace

/** When the class began, ms since the epoch: as it left its first slide, which is on the wall while the room fills; undefined before. */
export const begunAt = (trail: Lesson['trail']): number | undefined => trail.get(1)?.at

/** By the deck; then by the segments that the class has come to. */
const walkable = new WeakMap<Deck, { segments: Lesson['segments']; slides: ReadonlySet<string> }>()

/** Ids of the slides that students may read whole because they walk through them alone: entering shows them all at once. */
export function walkableSlides({ segments }: Pick<Lesson, 'segments'>, deck: Deck): ReadonlySet<string> {
  const before = walkable.get(deck)
  if (before?.segments === segments) return before.slides
  const entered = segmentsOf(deck).filter(segment => isWalkable(segment) && segments.has(segment.id))
  const slides = new Set(entered.flatMap(({ slides }) => slides.map(({ slide }) => slide.id)))
  walkable.set(deck, { segments, slides })
  return slides
}

/** Questions of a quiz are secret until its start. */
const isWalkable = ({ kind, pace }: DeckSegment) => kind === 'workshop' || (pace === 'self' && kind !== 'quiz')
