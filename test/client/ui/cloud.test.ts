import { expect, test } from 'vitest'
import { fitting, sizes } from '../../../client/ui/results/words/cloud.ts'

test('words are as large as the square root of their counts says', () => {
  const [most = 0, quarter = 0] = sizes(
    [
      { text: 'image', count: 16 },
      { text: 'layer', count: 4 },
    ],
    { width: 40, height: 10, least: 0.85 },
  )
  expect(most / quarter).toBeCloseTo(2)
})

test('the rarest word can still be read, and the longest fits into the field', () => {
  const words = [
    { text: 'a phrase of more than thirty characters', count: 90 },
    { text: 'rare', count: 1 },
  ]
  const [most = 0, least = 0] = sizes(words, { width: 22, height: 10, least: 0.85 })
  expect(most * 0.58 * 39).toBeLessThan(22)
  expect(least).toBeGreaterThanOrEqual(0.85)
})

test('as many words are shown as the field has room for, fewer where they must be larger', () => {
  const words = Array.from({ length: 97 }, (_, index) => ({ text: `word ${index}`, count: 1 }))
  expect(fitting(words, { width: 32, height: 13, least: 0.5 })).toHaveLength(97)
  expect(fitting(words, { width: 32, height: 13, least: 0.85 }).length).toBeLessThan(97)
})
