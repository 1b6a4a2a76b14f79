/**
 * Who guesses codes or keys waits for each answer: everybody a second, and who has guessed often lately in turn, so that
 * asking many times at once gains nothing. What is right is answered at once, to whoever shares the address.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Reason } from '../wire/protocol.ts'
import { networkOf } from './network.ts'

export interface Guesses {
  /**
   * Resolves to the reason why a guess is wrong, later; to `too-fast`, at once, when too many answers are waited for.
   * @param address of who asks
   */
  answer<R extends Reason>(address: string | undefined, reason: R): Promise<R | 'too-fast'>
}

/** Ms before any answer, and the longest that one is waited for. */
const LEAST = 1_000
const LONGEST = 10_000
/** Ms between two answers, and how many a pause has saved up: of one address, where a whole class mistypes, and in all. */
const EACH = { interval: 200, saved: 30 }
const ALL = { interval: 20, saved: 300 }
/** Addresses that are remembered before those that have paid are forgotten. */
const MANY = 1_000

/** @param now ms */
export function createGuesses(now: () => number): Guesses {
  const all = createTurns(ALL)
  const addresses = new Map<string, ReturnType<typeof createTurns>>()

  function turnsOf(address: string) {
    if (addresses.size > MANY) {
      for (const [name, turns] of addresses) if (turns.isFresh(now())) addresses.delete(name)
    }
    const turns = addresses.get(address) ?? createTurns(EACH)
    addresses.set(address, turns)
    return turns
  }

  return {
    async answer(address, reason) {
      const queues = [turnsOf(networkOf(address ?? '')), all]
      const wait = Math.max(LEAST, ...queues.map(turns => turns.wait(now())))
      if (wait > LONGEST) return 'too-fast'
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
    /** Nothing of the past counts any more. */
    isFresh: (time: number) => next <= time - interval * saved,
  }
}
