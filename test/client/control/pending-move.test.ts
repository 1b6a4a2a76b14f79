import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Position } from '#wire/messages'
import { createPendingMove } from '../../../client/control/pending-move.ts'

const slide = (h: number): Position => ({ h, v: 0, f: -1 })

function lesson() {
  const position = signal<Position | undefined>(slide(0))
  return { position, pendingMove: createPendingMove(position) }
}

test('a move under way is where the next press goes on from', () => {
  const { position, pendingMove } = lesson()
  pendingMove.at(slide(1))
  pendingMove.at(slide(2))
  position.value = slide(1)
  expect(pendingMove.from()).toEqual(slide(2))
})

test('once the class is there, it goes on from where somebody else then takes it', () => {
  const { position, pendingMove } = lesson()
  pendingMove.at(slide(3))
  position.value = slide(3)
  position.value = slide(1)
  expect(pendingMove.from()).toEqual(slide(1))
})

test('somebody else’s move is noticed, even when one’s own never came back', () => {
  const { position, pendingMove } = lesson()
  const to = slide(3)
  pendingMove.at(to)
  pendingMove.settled(to, true)
  expect(pendingMove.from()).toEqual(to)
  position.value = slide(1)
  expect(pendingMove.from()).toEqual(slide(1))
})

test('a refused move leads nowhere, and takes back no later one', () => {
  const { position, pendingMove } = lesson()
  const [first, second] = [slide(3), slide(4)]
  pendingMove.at(first)
  pendingMove.at(second)
  pendingMove.settled(first, false)
  expect(pendingMove.from()).toEqual(second)
  pendingMove.settled(second, false)
  expect(pendingMove.from()).toEqual(position.value)
})
