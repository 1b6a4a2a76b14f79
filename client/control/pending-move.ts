/** The place a page goes on from: where a move under way will lead, else where the class is. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Position } from '#wire/messages'

/** Ms for which a move counts without word from the server. */
const UNDER_WAY = 1_000

interface Pending {
  at: number
  to: Position
  /** The server took it: each view from now on knows of it. */
  taken: boolean
}

export interface PendingMove {
  /** A move is sent. */
  at(to: Position): void
  /** The server took or refused the move to that place. */
  settled(to: Position, taken: boolean): void
  /** Two quick presses are two steps, even when the first has not come back yet. */
  from(): Position | undefined
  close(): void
}

/** @param position where the server says the class is; somebody else may have moved it */
export function createPendingMove(position: ReadonlySignal<Position | undefined>): PendingMove {
  let pending: Pending | undefined
  const close = effect(() => {
    // Read before anything is asked, so that each later place is noticed too.
    const place = position.value
    if (pending && place && (pending.taken || samePlace(place, pending.to))) pending = undefined
  })
  return { at, settled, from, close }

  function at(to: Position) {
    pending = { at: performance.now(), to, taken: false }
  }

  function settled(to: Position, taken: boolean) {
    if (pending?.to !== to) return
    if (taken) pending.taken = true
    else pending = undefined
  }

  function from() {
    return pending && performance.now() - pending.at < UNDER_WAY ? pending.to : position.value
  }
}

export const samePlace = (a: Position, b: Position) => a.h === b.h && a.v === b.v && a.f === b.f
