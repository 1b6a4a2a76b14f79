import { expect, test } from 'vitest'
import { results, sameQuestion } from '../../server/lesson/kinds/kinds.ts'
import { untouched } from '../../server/lesson/kinds/text-groups.ts'
import { questionOf } from '../support/deck.ts'

test('many different numbers come in classes, which an outlier makes no wider', () => {
  const sane = Array.from({ length: 199 }, (_, index) => index / 10)
  const { values = [], total } = results(
    { ...questionOf('n', []), kind: 'number', entries: [] },
    [...sane, -1e9],
    untouched,
  )
  expect(total).toBe(200)
  expect(values.length).toBeLessThanOrEqual(100)
  expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(200)
  const largest = Math.max(...values.map(({ count }) => count))
  expect(largest).toBeLessThan(10)
})

test('an answer may be kept where it still means the same: choices, steps of a scale, one answer or several', () => {
  const one = questionOf('one', [true, false])
  const scale = { ...one, kind: 'scale' as const, min: 1, max: 5, labels: ['lost', 'fine'] }
  expect(sameQuestion(one, { ...one, points: 3, explanation: 'Because.' })).toBe(true)
  expect(sameQuestion(one, { ...one, choices: one.choices.toReversed() })).toBe(false)
  expect(sameQuestion(one, { ...one, multiple: true })).toBe(false)
  expect(sameQuestion(scale, { ...scale })).toBe(true)
  expect(sameQuestion(scale, { ...scale, max: 10 })).toBe(false)
  expect(sameQuestion(scale, { ...scale, labels: ['fine', 'lost'] })).toBe(false)
})
