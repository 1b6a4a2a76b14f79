import { expect, test } from 'vitest'
import { number } from '../../server/lesson/kinds/number.ts'
import { questionOf } from '../support/deck.ts'

test('many different numbers come in classes, which a joke far away makes no wider', () => {
  const sane = Array.from({ length: 199 }, (_, index) => index / 10)
  const { values = [], total } = number.results({ ...questionOf('n', []), kind: 'number', entries: [] }, [
    ...sane,
    -1e9,
  ])
  expect(total).toBe(200)
  expect(values.length).toBeLessThanOrEqual(100)
  expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(200)
  const largest = Math.max(...values.map(({ count }) => count))
  expect(largest).toBeLessThan(10)
})
