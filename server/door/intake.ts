/** How much a connection may say: more than any page does, and far less than a script would like to. */
import { createBudget } from '../budget.ts'

export interface Intake {
  /** False once the connection has said too much. */
  take(bytes: number): boolean
}

/** Above what the door answers as `too-fast`, which is told before a connection is closed. */
const PACKETS = { perSecond: 100, burst: 1_000 }
const BYTES = { perSecond: 65_536, burst: 1_048_576 }

/** @param now ms */
export function createIntake(now: () => number): Intake {
  const packets = createBudget(PACKETS.perSecond, PACKETS.burst, now)
  const bytes = createBudget(BYTES.perSecond, BYTES.burst, now)
  return { take: size => packets.spend() && bytes.spend(size) }
}
