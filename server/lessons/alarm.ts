/** Rings when the next thing is due, on the server's clock. */
import { isDeepStrictEqual } from 'node:util'
import type { Due } from '../lesson/due.ts'

export interface Alarm {
  /** Looks again at what is due next. */
  set(): void
  /** For good. */
  stop(): void
}

/** Longest delay that a timer takes, in ms. */
const MAX_DELAY = 2 ** 31 - 1
/** Ms until the same thing rings again, which it does while the disk is full: each ring tries to write. */
const RETRY_INTERVAL = 1_000

/** @param now ms since the epoch */
export function createAlarm(next: () => Due | undefined, now: () => number, ring: (due: Due) => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let rung: { due: Due; at: number } | undefined

  function set() {
    clearTimeout(timer)
    const due = stopped ? undefined : next()
    if (!due) return
    const at = rung && isDeepStrictEqual(due, rung.due) ? rung.at + RETRY_INTERVAL : due.at
    timer = setTimeout(() => look(due), Math.min(Math.max(0, at - now()), MAX_DELAY))
  }

  /** A timer may run out early: then there is still something to wait for. */
  function look(due: Due) {
    if (due.at > now()) return set()
    rung = { due, at: now() }
    ring(due)
  }

  function stop() {
    stopped = true
    clearTimeout(timer)
  }

  return { set, stop }
}
