import { expect, test } from 'vitest'
import { ownClock, ownPoll } from '../../../client/student/question/own-time.ts'

const open = { phase: 'open', closesAt: 100 } as const
const closed = { phase: 'closed', closesAt: 100 } as const
const own = { closesAt: { ps: 130 } }

test('a student with extra time has a deadline of their own', () => {
  expect(ownClock(open, 'ps', own, 50)).toEqual({ phase: 'open', closesAt: 130 })
  expect(ownClock(open, 'other', own, 50)).toEqual(open)
  expect(ownClock(open, 'ps', undefined, 50)).toEqual(open)
})

test('what is closed for the class is open for them until then', () => {
  expect(ownClock(closed, 'ps', own, 129)).toEqual({ phase: 'open', closesAt: 130 })
  expect(ownClock(closed, 'ps', own, 130)).toEqual(closed)
})

test('a stopped clock says what is left of their time', () => {
  const stopped = { phase: 'open', left: 20 } as const
  expect(ownClock(stopped, 'ps', { left: { ps: 35 } }, 50)).toEqual({ phase: 'open', left: 35 })
  expect(ownClock({ phase: 'closed' }, 'ps', { left: { ps: 35 } }, 50)).toEqual({ phase: 'open', left: 35 })
})

test('nothing opens before the class does', () => {
  expect(ownClock({ phase: 'ready' }, 'ps', own, 50)).toEqual({ phase: 'ready' })
})

test('results or a solution end extra time', () => {
  const poll = {
    ...closed,
    id: 'ps',
    h: 0,
    v: 0,
    kind: 'choice',
    multiple: false,
    prompt: '',
    choices: [],
    survey: false,
    points: 1,
    round: 1,
  } as const
  const results = { total: 0, counts: [] }
  expect(ownPoll({ ...poll, choices: [], results }, own, 110).phase).toBe('closed')
  expect(ownPoll({ ...poll, choices: [], solution: { correct: [0] } }, own, 110).phase).toBe('closed')
  expect(ownPoll({ ...poll, choices: [] }, own, 110).phase).toBe('open')
})
