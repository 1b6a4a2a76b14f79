/** What an answer can be worth; test/lesson/answer-points.test.ts says what one is. */
import { expect, test } from 'vitest'
import { mostPoints, type Rated } from '../../server/rules/most-points.ts'

const choices = [{}, {}, {}, {}]
const single: Rated = { kind: 'choice', multiple: false, choices, points: 1 }
const several: Rated = { ...single, multiple: true }

test('the most is the question’s points', () => {
  expect(mostPoints({ ...single, points: 2 })).toBe(2)
  expect(mostPoints({ ...several, points: 2, scoring: { scheme: 'partial' } })).toBe(2)
})

test('as Auto Multiple Choice counts, each box gives its share, and "none of these" is no box', () => {
  expect(mostPoints({ ...several, points: 2, scoring: { scheme: 'amc', bareme: { b: 0.5 } } })).toBe(4)
  expect(mostPoints({ ...single, scoring: { scheme: 'amc', bareme: { b: 3, p: 5 } } })).toBe(3)
  const none = [...choices.slice(1), { none: true }]
  expect(mostPoints({ ...several, choices: none, scoring: { scheme: 'amc', bareme: {} } })).toBe(3)
})
