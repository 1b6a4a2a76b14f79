/** The course of a class as a list: slides gone to and rounds opened, in order of time. Pure. */
import type { TimelineLayout } from './timeline-layout.ts'

/** `at` in ms since the epoch, `ms` until the next slide or the close of the voting. */
export type TimelineEntry =
  | { is: 'slide'; at: number; ms: number; name: string }
  | { is: 'round'; at: number; ms: number; name: string; round: number; answered: number }

export function entriesOf({ stops, slides, bands, to }: TimelineLayout): TimelineEntry[] {
  const gone = stops.map(
    ({ at, slide }, index): TimelineEntry => ({
      is: 'slide',
      at,
      ms: (stops[index + 1]?.at ?? to) - at,
      name: slides[slide] ?? '',
    }),
  )
  const voted = bands.map(
    ({ question, round, from, to, answered }): TimelineEntry => ({
      is: 'round',
      at: from,
      ms: to - from,
      name: `Q${question}`,
      round,
      answered,
    }),
  )
  return [...gone, ...voted].sort((a, b) => a.at - b.at)
}
