import { expect, test } from 'vitest'
import type { PollView } from '#wire/poll-view'
import { isReading, nextStep } from '../../../client/control/question-flow.ts'
import { READY } from './samples.ts'

const ready: PollView = { ...READY, solution: { correct: [0] } }
const open: PollView = { ...ready, phase: 'open', results: { counts: [1], total: 1 } }
const closed = (results: boolean, solution: boolean): PollView => ({
  ...open,
  phase: 'closed',
  shown: { results, solution },
})

test('a question goes from reading over voting, closing and results to the solution, then to the next slide', () => {
  const way = [ready, open, closed(false, false), closed(true, false), closed(true, true)]
  expect(way.map(nextStep)).toEqual(['open', 'close', 'results', 'solution', 'next'])
})

test('a survey has no solution to show', () => {
  expect(nextStep({ ...closed(true, false), survey: true })).toBe('next')
})

test('the tally of a live question, visible while voting, does not count as shown', () => {
  expect(closed(false, false)).toHaveProperty('results')
  expect(nextStep(closed(false, false))).toBe('results')
})

test('while a question is being read, the next step opens it at once', () => {
  const announced = { ...ready, opensAt: 1_000 }
  expect([isReading(ready), isReading(announced), isReading(open)]).toEqual([false, true, false])
  expect(nextStep(announced)).toBe('open')
})
