/** How often each slice may be sent to a role: a board that changes all the time waits, and nothing else waits with it. */
import type { Intervals } from '../lesson/views/define-slice.ts'
import type { Role } from '../wire/protocol.ts'

export interface SliceRate {
  /** Ms until it may be sent again; 0 for at once. */
  wait(name: string): number
  /** It is sent at this moment. */
  sent(name: string): void
}

/** For one role. @param now ms */
export function createSliceRate(
  role: Role,
  slices: Record<string, { intervals: Intervals }>,
  now: () => number,
): SliceRate {
  const sentAt = new Map<string, number>()
  return {
    wait(name) {
      const interval = slices[name]?.intervals[role]
      const at = sentAt.get(name)
      if (interval === undefined || at === undefined) return 0
      const since = now() - at
      // A clock that was put back must not stop a board.
      return since < 0 ? 0 : Math.max(0, interval - since)
    },
    sent(name) {
      sentAt.set(name, now())
    },
  }
}
