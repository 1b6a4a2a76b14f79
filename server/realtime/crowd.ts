/** Joins that no class makes: many at one instant, or many that are gone as soon as they came. Passing: it is in no log. */
import type { CrowdView } from '../wire/messages.ts'

export interface Crowd {
  /** Somebody new was let in: when by the lesson, ms since the epoch. */
  joined(student: string, at: number): void
  /** Somebody has a connection again. */
  came(student: string): void
  /** Somebody's last connection has ended. */
  left(student: string): void
  /** The presenter has dealt with it. */
  forget(): void
  /** What to tell the presenter; undefined while joins look like people's. */
  view(): CrowdView | undefined
}

/** Who leaves within this many ms of joining, and stays away, looked at nothing. */
const GLANCE = 10_000
/** Joins are looked at by periods of this many ms. */
const PERIOD = 5_000
/** Periods that were like any other are forgotten after this many ms: whoever has been there longer was no glance. */
const KEPT = 60_000
/** So many in one period, and that share of it, gone at once: phones that try two browsers are fewer. */
const GONE = { number: 30, share: 0.3 }
/** So many in one period, gone or not: a hall of 5,000 that comes within a minute has 400. */
const FAST = 1_000
/** Most periods that are kept. */
const MOST_PERIODS = 200

interface Period {
  since: number
  until: number
  joined: Map<string, number>
  gone: Set<string>
}

/** @param now ms since the epoch */
export function createCrowd(now: () => number): Crowd {
  /** The oldest first. */
  let periods: Period[] = []
  const periodOf = (student: string) => periods.findLast(({ joined }) => joined.has(student))

  function prune() {
    periods = periods.filter(period => isOdd(period) || now() - period.until < KEPT).slice(-MOST_PERIODS)
  }

  return {
    joined(student, at) {
      let period = periods.at(-1)
      if (!period || at - period.since >= PERIOD) {
        prune()
        period = { since: at, until: at, joined: new Map(), gone: new Set() }
        periods.push(period)
      }
      period.since = Math.min(period.since, at)
      period.until = Math.max(period.until, at)
      period.joined.set(student, at)
    },
    came(student) {
      periodOf(student)?.gone.delete(student)
    },
    left(student) {
      const period = periodOf(student)
      const at = period?.joined.get(student)
      if (period && at !== undefined && now() - at < GLANCE) period.gone.add(student)
    },
    forget() {
      periods = []
    },
    view() {
      const odd = periods.filter(isOdd)
      const [first, last] = [odd[0], odd.at(-1)]
      if (!first || !last) return undefined
      const sum = (count: (period: Period) => number) => odd.reduce((total, period) => total + count(period), 0)
      const gone = odd.every(areGone)
      return {
        since: first.since,
        until: last.until,
        joined: sum(period => (gone ? period.gone.size : period.joined.size)),
        gone,
      }
    },
  }
}

const areGone = ({ joined, gone }: Period) => gone.size >= GONE.number && gone.size >= GONE.share * joined.size

const isOdd = (period: Period) => areGone(period) || period.joined.size >= FAST
