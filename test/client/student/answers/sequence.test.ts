import { expect, test } from 'vitest'
import { giveWay, landing, moved } from '../../../../client/student/question/answers/order/sequence.ts'

test('an item moves up and down the list, and stops at its ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 9)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 5, 0)).toEqual(['a', 'b', 'c'])
})

test('an item drawn past the middle of others takes their place', () => {
  const middles = [10, 30, 50, 70]
  expect(landing(middles, 0, 0)).toBe(0)
  expect(landing(middles, 0, 15)).toBe(0)
  expect(landing(middles, 0, 25)).toBe(1)
  expect(landing(middles, 0, 500)).toBe(3)
  expect(landing(middles, 3, -45)).toBe(1)
})

test('the items between make room for the one that is drawn', () => {
  const ways = (from: number, to: number) => [0, 1, 2, 3].map(place => giveWay(place, from, to, 20))
  expect(ways(0, 2)).toEqual([0, -20, -20, 0])
  expect(ways(3, 1)).toEqual([0, 20, 20, 0])
  expect(ways(1, 1)).toEqual([0, 0, 0, 0])
})
