import { expect, test } from 'vitest'
import { picks, ticked } from '../../../../client/student/question/answers/ticks.ts'

const choices = [
  { key: 'A', html: 'a' },
  { key: 'B', html: 'b' },
  { key: 'C', html: 'none of these', none: true },
]

test('boxes are kept in the order of the choices', () => {
  expect(ticked(choices, [1], 0, true)).toEqual([0, 1])
  expect(ticked(choices, [0, 1], 0, false)).toEqual([1])
})

test('"none of these" and the others rule each other out', () => {
  expect(ticked(choices, [0, 1], 2, true)).toEqual([2])
  expect(ticked(choices, [2], 1, true)).toEqual([1])
})

test('an answer of another kind picks nothing', () => {
  expect(picks('text')).toEqual([])
  expect(picks(undefined)).toEqual([])
})
