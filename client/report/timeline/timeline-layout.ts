/** Where the class was and when its questions were open, laid out for a plot over time. Pure. */
import type { Report } from '#wire/report-view'

export interface TimelineLayout {
  /** All times are ms since the epoch. */
  from: number
  to: number
  /** Numbers of the slides gone to, in the deck's order. */
  slides: string[]
  /** `slide` is an index of `slides`. */
  stops: { at: number; slide: number }[]
  bands: Band[]
  rate: Rate
}

/** A round of a question, from its opening to its close. */
export interface Band {
  /** Place among the questions, from 1. */
  question: number
  round: number
  from: number
  to: number
  answered: number
}

/** Answers by the minute, or by a few. */
export interface Rate {
  minutes: number
  bins: { from: number; to: number; count: number }[]
}

const MINUTE = 60_000
/** A lesson that nothing has happened in for so long was only left open. */
const IDLE = 60 * MINUTE
/** Widths of a bin, in minutes. */
const WIDTHS = [1, 2, 5, 10, 30, 60, 360, 1440]
/** Most bins, which are then a few pixels wide. */
const MOST_BINS = 150

/**
 * Undefined while nothing has happened.
 * @param now while the class is on; what is open lasts until then
 */
export function timelineOf(report: Report, now?: number): TimelineLayout | undefined {
  const { lesson, timeline, polls, students } = report
  const rounds = polls.flatMap(poll => poll.rounds)
  const answered = students.flatMap(({ answers }) => answers.map(({ at }) => at))
  const starts = [...timeline, ...rounds.map(({ openedAt }) => ({ at: openedAt }))].map(({ at }) => at)
  if (starts.length === 0) return undefined
  const from = least(starts)
  const ends = [...starts, ...rounds.flatMap(({ closedAt = [] }) => closedAt), ...answered, ...workOf(report)]
  const done = greatest(ends)
  const end = lesson.endedAt ?? now ?? done
  // A part that was planned to last is not one that was left open.
  const planned = (report.segments ?? []).map(({ at, seconds = 0 }) => Math.min(end, at + seconds * 1_000))
  const last = greatest([done, ...planned])
  const to = end - last <= IDLE ? Math.max(last, end) : last
  if (to <= from) return undefined
  const bands = polls.flatMap((poll, index) =>
    poll.rounds.map(
      ({ openedAt, closedAt, answered }, place): Band => ({
        question: index + 1,
        round: place + 1,
        from: openedAt,
        to: closedAt ?? to,
        answered,
      }),
    ),
  )
  return { from, to, ...places(timeline), bands, rate: rateOf(answered, from, to) }
}

/** When students did something else than answer: in a workshop the slides on the wall may stand still for hours. */
function workOf({ students, help = [], messages = [] }: Report): number[] {
  const own = students.flatMap(({ finished = [], tasks = [] }) => [...finished, ...tasks].map(({ at }) => at))
  const calls = help.flatMap(({ since, endedAt = since }) => [since, endedAt])
  return [...own, ...calls, ...messages.map(({ at }) => at)]
}

/** There is something to see over time: more than the slide that was on the wall from the start. */
export const isWorthDrawing = ({ stops, bands }: TimelineLayout) => stops.length + bands.length > 1

/** Names that have room, with the middle of what they name; neighbours too close for a name each share one. */
export function named(bands: readonly Band[], apart: number): { name: string; at: number }[] {
  const groups: { first: Band; last: Band; at: number }[] = []
  for (const band of bands.toSorted((a, b) => a.from - b.from)) {
    const at = (band.from + band.to) / 2
    const group = groups.at(-1)
    if (!group || at - group.at >= apart) groups.push({ first: band, last: band, at })
    else Object.assign(group, { last: band, at: (group.first.from + band.to) / 2 })
  }
  return groups.map(({ first, last, at }) => {
    const [least, most] = [first.question, last.question].sort((a, b) => a - b)
    return { name: least === most ? `Q${least}` : `Q${least}–${most}`, at }
  })
}

/** Full minutes of a course, at most so many: all, or every second, third and so on. */
export function minutes({ from, to }: Pick<TimelineLayout, 'from' | 'to'>, most: number): Date[] {
  const [first, last] = [Math.ceil(from / MINUTE), Math.floor(to / MINUTE)]
  const each = Math.ceil((last - first + 1) / Math.max(1, most))
  const count = each === 0 ? 0 : Math.floor((last - first) / each) + 1
  return Array.from({ length: count }, (_, index) => new Date((first + index * each) * MINUTE))
}

/** Slides are called as they were on the wall; those of a log that does not say, by their stack and place. */
function places(timeline: Report['timeline']): Pick<TimelineLayout, 'slides' | 'stops'> {
  const order = ({ number = 0 }: Stop) => number
  // Two slides, of which one does not count, may have one name.
  const key = (stop: Stop) => `${order(stop)} ${nameOf(stop)}`
  const sorted = timeline.toSorted((a, b) => order(a) - order(b) || a.h - b.h || a.v - b.v)
  const names = new Map(sorted.map(stop => [key(stop), nameOf(stop)]))
  const index = new Map([...names.keys()].map((key, place) => [key, place]))
  return {
    slides: [...names.values()],
    stops: timeline.map(stop => ({ at: stop.at, slide: index.get(key(stop)) ?? 0 })),
  }
}

type Stop = Report['timeline'][number]

const nameOf = ({ h, v, number, label }: Stop) => label ?? (number ? `${number}` : `${h + 1}.${v + 1}`)

function rateOf(answered: readonly number[], from: number, to: number): Rate {
  const minutes = WIDTHS.find(width => to - from <= width * MINUTE * MOST_BINS) ?? 1440
  const width = minutes * MINUTE
  const counts = new Map<number, number>()
  for (const at of answered.filter(at => at >= from)) {
    const bin = Math.floor(at / width)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  const bins = [...counts].sort(([a], [b]) => a - b)
  return { minutes, bins: bins.map(([bin, count]) => ({ from: bin * width, to: (bin + 1) * width, count })) }
}

/** Of any number of values, which `Math.min(...)` cannot take. */
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const greatest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
