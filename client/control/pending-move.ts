/** The place a page goes on from: where a move under way will lead, else where the class is. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Position } from '#wire/messages'

/** Ms for which a move that nothing is heard of counts. */
const UNDER_WAY = 1_000

interface Aimed {
  at: number
  to: Position
  /** The server took it: each view from now on knows of it. */
  taken: boolean
}

export interface Aim {
  /** A move is sent. */
  at(to: Position): void
  /** The server took or refused the move to that place. */
  heard(to: Position, taken: boolean): void
  /** Two quick presses are two steps, even when the first has not come back yet. */
  whence(): Position | undefined
  close(): void
}

/** @param position where the server says the class is; somebody else may have moved it */
export function createAim(position: ReadonlySignal<Position | undefined>): Aim {
  let aimed: Aimed | undefined
  const close = effect(() => {
    // Read before anything is asked, so that each later place is heard of too.
    const place = position.value
    if (aimed && place && (aimed.taken || samePlace(place, aimed.to))) aimed = undefined
  })
  return { at, heard, whence, close }

  function at(to: Position) {
    aimed = { at: performance.now(), to, taken: false }
  }

  function heard(to: Position, taken: boolean) {
    if (aimed?.to !== to) return
    if (taken) aimed.taken = true
    else aimed = undefined
  }

  function whence() {
    return aimed && performance.now() - aimed.at < UNDER_WAY ? aimed.to : position.value
  }
}

export const samePlace = (a: Position, b: Position) => a.h === b.h && a.v === b.v && a.f === b.f
