import { expect, test } from 'vitest'
import { listedTexts } from '../../../client/ui/results/words/listed-texts.ts'

const GIVEN = [
  { text: 'ls', count: 5 },
  { text: 'Docker PS', count: 3 },
  { text: 'ps', count: 2 },
]

test('texts that are right are listed beyond the limit too', () => {
  expect(listedTexts(GIVEN, ['Docker PS'], 1)).toEqual({
    rows: [
      { text: 'ls', count: 5, right: false },
      { text: 'Docker PS', count: 3, right: true },
    ],
    others: 2,
  })
})

test('nothing is right before the solution', () => {
  expect(listedTexts(GIVEN, [], 8).rows.some(({ right }) => right)).toBe(false)
})
