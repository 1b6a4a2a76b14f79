/** The plan of the class: the deck's segments with the time they are given, and how well it is kept. Pure. */
import type { DeckView, SlideView } from '#wire/deck-view'
import { type OutlineEntry, outline } from '../../slides/outline.ts'

/** A segment with its slides; without a mark before the deck's first one. */
export interface Part {
  /** Of the segment. */
  id?: string
  mark?: NonNullable<SlideView['segment']>
  slides: OutlineEntry[]
}

/** Where the class stands: the part and the slide in it, by index. */
export interface Standing {
  part: number
  slide: number
}

/** Seconds beside its time in which a slide still counts as on time. */
const GRACE = 60

/** In order; hidden slides begin a segment like any other, and are not listed in it. */
export function parts(deck: DeckView): Part[] {
  const entries = new Map(outline(deck).map(entry => [`${entry.h}.${entry.v}`, entry]))
  const found: Part[] = [{ slides: [] }]
  for (const [h, stack] of deck.slides.entries()) {
    for (const [v, slide] of stack.entries()) {
      if (slide?.segment) found.push({ id: slide.id, mark: slide.segment, slides: [] })
      const entry = entries.get(`${h}.${v}`)
      if (entry) found.at(-1)?.slides.push(entry)
    }
  }
  return found.filter(({ mark, slides }) => mark || slides.length > 0)
}

/** Seconds in all; undefined for a deck that plans none. */
export function planned(all: Part[]): number | undefined {
  const times = all.flatMap(({ mark }) => mark?.seconds ?? [])
  return times.length > 0 ? times.reduce((sum, seconds) => sum + seconds, 0) : undefined
}

/** The slide at a place, or the last one before it where that is hidden. */
export function standing(all: Part[], { h, v }: { h: number; v: number }): Standing | undefined {
  const slides = all.flatMap((part, index) =>
    part.slides.map((entry, slide) => ({ entry, at: { part: index, slide } })),
  )
  return slides.findLast(({ entry }) => entry.h < h || (entry.h === h && entry.v <= v))?.at
}

/**
 * Segment → seconds that the class has spent in it, each time that it came there.
 * @param visits in order; each lasts until the next one, the last until `now`
 * @param begun when the class began; what it waited before does not count. All in ms since the epoch
 */
export function course(visits: { segment: string; at: number }[], begun: number, now: number): Map<string, number> {
  const spent = new Map<string, number>()
  for (const [index, { segment, at }] of visits.entries()) {
    const until = visits[index + 1]?.at ?? now
    const seconds = Math.max(0, until - Math.max(at, begun)) / 1_000
    spent.set(segment, (spent.get(segment) ?? 0) + seconds)
  }
  return spent
}

/**
 * Whole minutes that the class is over its plan, negative for those in hand, 0 on time. The slides of a segment are taken to last
 * equally long; a class is on time while the segment's clock is within its slide's time, or less than a minute beside it.
 * @param spent seconds since the segment began
 * @param seconds planned for it
 * @param slide index among its `of` slides
 */
export function pace(spent: number, seconds: number, slide: number, of: number): number {
  const [from, until] = [(seconds * slide) / of, (seconds * (slide + 1)) / of]
  if (spent >= until + GRACE) return Math.floor((spent - until) / 60)
  return spent <= from - GRACE ? -Math.floor((from - spent) / 60) : 0
}

/** Seconds as `m:ss`, or as `h:mm:ss` from an hour on and wherever hours are written beside it. */
export function span(seconds: number, hours = seconds >= 3_600): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
