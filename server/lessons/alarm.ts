/** Rings when the next thing is due, on the server's clock. */
import type { Due } from '../lesson/due.ts'

export interface Alarm {
  /** Looks again at what is due next. */
  set(): void
  /** For good. */
  stop(): void
}

/** Longest delay that a timer takes, in ms. */
const MAX_DELAY = 2 ** 31 - 1

/** @param now ms since the epoch */
export function createAlarm(next: () => Due | undefined, now: () => number, ring: (due: Due) => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function set() {
    clearTimeout(timer)
    const due = stopped ? undefined : next()
    if (due) timer = setTimeout(() => look(due), Math.min(Math.max(0, due.at - now()), MAX_DELAY))
  }

  /** A timer may run out early: then there is still something to wait for. */
  function look(due: Due) {
    if (due.at > now()) set()
    else ring(due)
  }

  function stop() {
    stopped = true
    clearTimeout(timer)
  }

  return { set, stop }
}
