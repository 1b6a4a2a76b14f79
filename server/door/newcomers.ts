/**
 * How fast new students are let in: faster than a hall fills, slower than a script. Students who have joined before are not
 * limited. A whole hall may share one address, so nobody is refused for good: the page retries by itself.
 */

import type { Reason } from '../wire/protocol.ts'
import { networkOf } from './network.ts'
import { createTokenBucket, createTokenBuckets } from './token-bucket.ts'

export interface Newcomers {
  /** Why one more student cannot join yet; undefined when they can. @param connected number of students here */
  refuse(address: string | undefined, connected: number): Reason | undefined
}

/** New students per second, and in a burst. */
type Pace = readonly [perSecond: number, burst: number]

/** A hall of 5,000 behind one address gets in without waiting. */
const HALL: { each: Pace; all: Pace } = { each: [100, 6_000], all: [200, 15_000] }
/** Most students connected at a time; those who have left do not count. */
const PLACES = 20_000

/** For one lesson. @param now ms @param pace per network, and in all */
export function createNewcomers(now: () => number, pace = HALL): Newcomers {
  const all = createTokenBucket(...pace.all, now)
  const networks = createTokenBuckets(...pace.each, now)
  return {
    refuse(address, connected) {
      if (connected >= PLACES) return 'locked'
      return networks.spend(networkOf(address ?? '')) && all.spend() ? undefined : 'too-fast'
    },
  }
}
