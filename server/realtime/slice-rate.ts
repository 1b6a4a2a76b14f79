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
      return interval === undefined || at === undefined ? 0 : Math.max(0, at + interval - now())
    },
    sent(name) {
      sentAt.set(name, now())
    },
  }
}
