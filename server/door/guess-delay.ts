/**
 * Guessing codes or keys is slow: each wrong guess is answered after a second, and many from one address are answered one
 * after another, so that guessing in parallel gains nothing. Right codes and keys are answered without delay.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Reason } from '../wire/protocol.ts'
import { networkOf } from './network.ts'

export interface Guesses {
  /**
   * Resolves to the given reason after a delay, or immediately to `too-fast` when too many answers are pending.
   * @param address of the client
   */
  answer<R extends Reason>(address: string | undefined, reason: R): Promise<R | 'too-fast'>
}

/** Shortest and longest delay of an answer, in ms. */
const LEAST_DELAY = 1_000
const LONGEST_DELAY = 10_000
/** Ms between two answers, and how many a pause saves up: per address, behind which a whole class may mistype, and in all. */
const EACH_ADDRESS = { interval: 200, saved: 30 }
const ALL_ADDRESSES = { interval: 20, saved: 300 }
/** Above this many addresses, those with nothing pending are forgotten. */
const MOST_ADDRESSES = 1_000

/** @param now ms */
export function createGuesses(now: () => number): Guesses {
  const all = createTurns(ALL_ADDRESSES)
  const addresses = new Map<string, ReturnType<typeof createTurns>>()

  function turnsOf(address: string) {
    if (addresses.size > MOST_ADDRESSES) {
      for (const [name, turns] of addresses) if (turns.isFresh(now())) addresses.delete(name)
    }
    const turns = addresses.get(address) ?? createTurns(EACH_ADDRESS)
    addresses.set(address, turns)
    return turns
  }

  return {
    async answer(address, reason) {
      const queues = [turnsOf(networkOf(address ?? '')), all]
      const wait = Math.max(LEAST_DELAY, ...queues.map(turns => turns.wait(now())))
      if (wait > LONGEST_DELAY) return 'too-fast'
      for (const turns of queues) turns.take(now())
      await delay(wait)
      return reason
    },
  }
}

function createTurns({ interval, saved }: { interval: number; saved: number }) {
  let next = Number.NEGATIVE_INFINITY
  const turn = (time: number) => Math.max(next, time - interval * saved) + interval
  return {
    wait: (time: number) => turn(time) - time,
    take(time: number) {
      next = turn(time)
    },
    /** Whether no earlier guess counts any more. */
    isFresh: (time: number) => next <= time - interval * saved,
  }
}
