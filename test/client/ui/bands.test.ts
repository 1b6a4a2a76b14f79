import { expect, test } from 'vitest'
import { flow } from '../../../client/ui/results/numbers/bands.ts'

/** From A: 2 stay, 6 go to B. From B: 12 stay. */
const MOVES = [
  [2, 6],
  [0, 12],
]

test('who changed is told from who stayed', () => {
  expect(flow(MOVES, [0, 1], 110, 10)).toMatchObject({ total: 20, changed: 6 })
})

test('bands lie side by side at both ends, and are as thick as their counts', () => {
  const { bands, before, after } = flow(MOVES, [0, 1], 110, 10)
  expect(bands).toEqual([
    { from: 0, to: 0, count: 2, fromY: 0, toY: 0, thickness: 10 },
    { from: 0, to: 1, count: 6, fromY: 10, toY: 20, thickness: 30 },
    { from: 1, to: 1, count: 12, fromY: 50, toY: 50, thickness: 60 },
  ])
  expect(before).toEqual([
    { choice: 0, count: 8, y: 0, height: 40 },
    { choice: 1, count: 12, y: 50, height: 60 },
  ])
  expect(after).toEqual([
    { choice: 0, count: 2, y: 0, height: 10 },
    { choice: 1, count: 18, y: 20, height: 90 },
  ])
})

test('choices stand in the order they are shown in', () => {
  expect(flow(MOVES, [1, 0], 110, 10).before.map(({ choice }) => choice)).toEqual([1, 0])
})

test('nobody who answered twice makes an empty flow', () => {
  expect(flow([[0, 0], []], [0, 1], 110, 10)).toMatchObject({ bands: [], total: 0, changed: 0 })
})
