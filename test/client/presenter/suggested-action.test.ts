import { describe, expect, test } from 'vitest'
import type { PollView } from '#wire/poll-view'
import { suggestion } from '../../../client/presenter/question/suggested-action.ts'
import { READY } from '../control/samples.ts'

/** After a first vote of a hundred, of whom so many were right. */
const voted = (right: number, more: Partial<PollView> = {}): PollView => ({
  ...READY,
  phase: 'closed',
  answered: 100,
  results: { counts: [], total: 100 },
  right,
  ...more,
})

describe('after a first vote', () => {
  test.each([
    [0, 'explain'],
    [34, 'explain'],
    [35, 'discuss'],
    [70, 'discuss'],
    [71, 'solution'],
    [100, 'solution'],
  ] as const)('%d %% right suggest to %s', (right, to) => {
    expect(suggestion(voted(right))).toEqual({ to, share: right / 100 })
  })

  test('those who gave no answer are not counted', () => {
    expect(suggestion(voted(3, { results: { counts: [], total: 4 } }))).toEqual({ to: 'solution', share: 0.75 })
  })

  test('a round whose answers were thrown away was none', () => {
    expect(suggestion(voted(50, { round: 2, nth: 1 }))?.to).toBe('discuss')
  })
})

test.each([
  ['while the vote is open', voted(50, { phase: 'open' })],
  ['while somebody’s extra time runs', voted(50, { writing: { students: 1, until: 1 } })],
  ['without answers', voted(0, { results: { counts: [], total: 0 } })],
  ['of a survey', { ...READY, phase: 'closed', survey: true, results: { counts: [], total: 9 } } satisfies PollView],
  ['after a second vote', voted(50, { round: 2 })],
  ['once the solution is shown', voted(50, { shown: { results: true, solution: true } })],
])('nothing is suggested %s', (_, poll) => {
  expect(suggestion(poll)).toBeUndefined()
})
