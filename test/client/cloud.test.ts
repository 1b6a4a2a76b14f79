import { expect, test } from 'vitest'
import { sizes } from '../../client/ui/results/cloud.ts'

test('words are as large as the square root of their counts says', () => {
  const [most = 0, quarter = 0] = sizes(
    [
      { text: 'image', count: 16 },
      { text: 'layer', count: 4 },
    ],
    40,
    10,
  )
  expect(most / quarter).toBeCloseTo(2)
})

test('the rarest word can still be read, and the longest fits into the field', () => {
  const words = [
    { text: 'a phrase of more than thirty characters', count: 90 },
    { text: 'rare', count: 1 },
  ]
  const [most = 0, least = 0] = sizes(words, 22, 10)
  expect(most * 0.58 * 39).toBeLessThan(22)
  expect(least).toBeGreaterThanOrEqual(0.85)
})
