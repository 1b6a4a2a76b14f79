import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Position } from '#wire/messages'
import { createAim } from '../../client/control/pending-move.ts'

const slide = (h: number): Position => ({ h, v: 0, f: -1 })

function lesson() {
  const position = signal<Position | undefined>(slide(0))
  return { position, aim: createAim(position) }
}

test('a move under way is where the next press goes on from', () => {
  const { position, aim } = lesson()
  aim.at(slide(1))
  aim.at(slide(2))
  position.value = slide(1)
  expect(aim.whence()).toEqual(slide(2))
})

test('once the class is there, it goes on from where somebody else then takes it', () => {
  const { position, aim } = lesson()
  aim.at(slide(3))
  position.value = slide(3)
  position.value = slide(1)
  expect(aim.whence()).toEqual(slide(1))
})

test('somebody else’s move is heard of, even where one’s own was never seen', () => {
  const { position, aim } = lesson()
  const to = slide(3)
  aim.at(to)
  aim.heard(to, true)
  expect(aim.whence()).toEqual(to)
  position.value = slide(1)
  expect(aim.whence()).toEqual(slide(1))
})

test('a refused move leads nowhere, and takes back no later one', () => {
  const { position, aim } = lesson()
  const [first, second] = [slide(3), slide(4)]
  aim.at(first)
  aim.at(second)
  aim.heard(first, false)
  expect(aim.whence()).toEqual(second)
  aim.heard(second, false)
  expect(aim.whence()).toEqual(position.value)
})
