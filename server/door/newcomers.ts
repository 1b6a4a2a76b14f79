/**
 * How fast new students are let in: faster than a hall of people comes, and slower than a script. Whoever was here before comes
 * back without any limit. A whole hall shares one address, so nobody is refused for good: the page asks again by itself.
 */

import type { Reason } from '../wire/protocol.ts'
import { createBudget, createBudgets } from './budget.ts'
import { networkOf } from './network.ts'

export interface Newcomers {
  /** Why one more cannot be let in at this moment; undefined when it can. @param connected students who are here */
  refuse(address: string | undefined, connected: number): Reason | undefined
}

/** New students a second, and at once. */
type Pace = readonly [perSecond: number, burst: number]

/** A hall of 5,000 behind one address is in as soon as it comes. */
const HALL: { each: Pace; all: Pace } = { each: [100, 6_000], all: [200, 15_000] }
/** Most students who are here at one time. Who has left holds no place. */
const PLACES = 20_000

/** For one lesson. @param now ms @param pace of one network, and of all together */
export function createNewcomers(now: () => number, pace = HALL): Newcomers {
  const all = createBudget(...pace.all, now)
  const networks = createBudgets(...pace.each, now)
  return {
    refuse(address, connected) {
      if (connected >= PLACES) return 'locked'
      return networks.spend(networkOf(address ?? '')) && all.spend() ? undefined : 'too-fast'
    },
  }
}
