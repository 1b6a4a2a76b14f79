import { expect, test } from 'vitest'
import { down, first, last, next, type OrderedDeck, previous, up } from '../../server/rules/deck-order.ts'

const slide = (steps: number, attributes: Record<string, string> = {}) => ({ steps, attributes })

const deck: OrderedDeck = {
  slides: [[slide(0)], [slide(2), slide(1)], [slide(0, { 'data-visibility': 'hidden' })], [slide(0)]],
}

const walk = [
  { h: 0, v: 0, f: -1 },
  { h: 1, v: 0, f: -1 },
  { h: 1, v: 0, f: 0 },
  { h: 1, v: 0, f: 1 },
  { h: 1, v: 1, f: -1 },
  { h: 1, v: 1, f: 0 },
  { h: 3, v: 0, f: -1 },
]

test('going on passes every step, then every slide of a stack, and leaves hidden slides out', () => {
  for (const [index, place] of walk.entries()) expect(next(deck, place)).toEqual(walk[index + 1])
})

test('going back is the same way in reverse, with the steps of a slide shown', () => {
  for (const [index, place] of walk.entries()) expect(previous(deck, place)).toEqual(walk[index - 1])
})

test('down and up stay in the stack', () => {
  expect(down(deck, { h: 1, v: 0, f: 1 })).toEqual({ h: 1, v: 1, f: -1 })
  expect(down(deck, { h: 1, v: 1, f: 0 })).toBeUndefined()
  expect(up(deck, { h: 1, v: 1, f: -1 })).toEqual({ h: 1, v: 0, f: 1 })
  expect(up(deck, { h: 1, v: 0, f: -1 })).toBeUndefined()
})

test('from a hidden slide the way leads to its visible neighbours', () => {
  expect(next(deck, { h: 2, v: 0, f: -1 })).toEqual({ h: 3, v: 0, f: -1 })
})

test('the first and the last slide can be gone to', () => {
  expect(first(deck)).toEqual({ h: 0, v: 0, f: -1 })
  expect(last(deck)).toEqual({ h: 3, v: 0, f: -1 })
})

test('an empty deck leads nowhere', () => {
  const empty: OrderedDeck = { slides: [] }
  expect(next(empty, { h: 0, v: 0, f: -1 })).toBeUndefined()
  expect(first(empty)).toBeUndefined()
})
