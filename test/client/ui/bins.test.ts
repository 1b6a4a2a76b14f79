import { expect, test } from 'vitest'
import { type CountedNumber, histogram } from '../../../client/ui/results/numbers/bins.ts'

const of = (...values: number[]): CountedNumber[] =>
  [...new Set(values)]
    .sort((a, b) => a - b)
    .map(value => ({ value, count: values.filter(one => one === value).length }))
const counts = (values: CountedNumber[]) => histogram(values).bins.map(({ count }) => count)

test('a few whole numbers have a column each, with the number in its middle', () => {
  const { bins, ticks, at } = histogram(of(3, 4, 4, 6))
  expect(bins.map(({ only, count }) => [only, count])).toEqual([
    [3, 1],
    [4, 2],
    [5, 0],
    [6, 1],
  ])
  expect(ticks.map(tick => tick.value)).toEqual([3, 4, 5, 6])
  expect(at(4)).toBe(0.375)
})

test('other numbers are put together between round ones', () => {
  const { bins, ticks } = histogram(of(0.1, 0.12, 1.9, 4.95))
  expect(bins.map(({ from, count }) => [from, count])).toEqual([
    [0, 2],
    [0.5, 0],
    [1, 0],
    [1.5, 1],
    [2, 0],
    [2.5, 0],
    [3, 0],
    [3.5, 0],
    [4, 0],
    [4.5, 1],
  ])
  expect(ticks.at(-1)).toEqual({ value: 5, at: 1 })
})

test('numbers far from all others are counted at the end and squeeze nobody', () => {
  const many = Array.from({ length: 40 }, (_, index) => 10 + (index % 5))
  const { bins, at } = histogram(of(...many, -1_000_000, 1e15))
  expect(bins[0]).toMatchObject({ beyond: 'below', count: 1, to: 10 })
  expect(bins.at(-1)).toMatchObject({ beyond: 'above', count: 1 })
  expect(bins.slice(1, -1).map(({ only }) => only)).toEqual([10, 11, 12, 13, 14])
  expect(at(1e15)).toBeUndefined()
})

test.each([
  ['among a few', of(299_792_458, 300_000_000, -1e9), 1],
  ['where all others agree', of(27, 27, 27, 27, -1e9), 1],
  ['where nearly all others agree', of(...Array.from({ length: 40 }, () => 42), 43, 41, -1e9), 1],
])('a joke does not put all others into one column: %s', (_, values, jokes) => {
  const { bins } = histogram(values)
  expect(bins[0]).toMatchObject({ beyond: 'below', count: jokes })
  expect(bins.filter(({ count }) => count > 0).length).toBe(values.length)
})

test('numbers of two kinds are all drawn', () => {
  const { bins } = histogram(of(1, 1, 1, 2, 9, 9, 10))
  expect(bins.some(({ beyond }) => beyond)).toBe(false)
})

test('what is right has its place even when nobody has said it', () => {
  const { bins, at } = histogram(of(1, 2), [7])
  expect(bins.length).toBe(7)
  expect(at(7)).toBeCloseTo(6.5 / 7)
})

test.each([
  ['none', []],
  ['one', [42]],
  ['the same', [7, 7, 7]],
  ['zero', [0]],
  ['negative', [-5, -4, -1]],
  ['tiny', [1e-9, 2e-9]],
  ['huge', [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
  ['neighbours', [0.1 + 0.2, 0.3]],
  ['a hundred', Array.from({ length: 100 }, (_, index) => index * 1.37)],
])('every number is counted once, in at most thirteen columns: %s', (_, values) => {
  const columns = counts(of(...values))
  expect(columns.length).toBeLessThanOrEqual(14)
  expect(columns.reduce((sum, count) => sum + count, 0)).toBe(values.length)
})
