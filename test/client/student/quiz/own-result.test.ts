import { expect, test } from 'vitest'
import type { You } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import { ownResult } from '../../../../client/student/quiz/own-result.ts'

const solution = { correct: [0] }

test('the own result is the points of all answers, of all that could be won', () => {
  const polls = [poll('a', { points: 5, solution }), poll('b', { points: 5, solution })]
  expect(ownResult(polls, you({ a: 5, b: 2.5 }))).toEqual({ points: 7.5, most: 10 })
})

test('no answer is worth nothing, unless the question says otherwise', () => {
  const polls = [poll('a', { solution }), poll('b', { solution })]
  expect(ownResult(polls, you({ a: 1 }))).toEqual({ points: 1, most: 2 })
  expect(ownResult(polls, { ...you({ a: 1 }), missed: { b: -0.5 } })).toEqual({ points: 0.5, most: 2 })
  expect(ownResult(polls, undefined)).toEqual({ points: 0, most: 2 })
})

test('there is none before the last solution is shown; questions without one do not count', () => {
  const survey = poll('s', { survey: true, points: 0 })
  expect(ownResult([poll('a', { solution }), poll('b'), survey], you({ a: 1 }))).toBeUndefined()
  expect(ownResult([poll('a', { solution }), survey], you({ a: 1 }))).toEqual({ points: 1, most: 1 })
  expect(ownResult([survey], you({}))).toBeUndefined()
  expect(ownResult([], you({}))).toBeUndefined()
})

test('answers of a round before do not count', () => {
  const again = poll('a', { round: 2, solution })
  expect(ownResult([again], you({ a: 1 }))).toEqual({ points: 0, most: 1 })
})

const poll = (id: string, more: Partial<PollView> = {}): PollView => ({
  id,
  h: 0,
  v: 0,
  kind: 'choice',
  multiple: false,
  prompt: '',
  choices: [],
  survey: false,
  points: 1,
  round: 1,
  phase: 'closed',
  ...more,
})

const you = (points: Record<string, number>): You => ({
  id: 's',
  token: 't',
  answers: Object.fromEntries(
    Object.entries(points).map(([id, points]) => [id, { round: 1, value: [0], at: 0, points, right: points > 0 }]),
  ),
})
