/** What is decided while a question is voted on. */
import { describe, expect, test } from 'vitest'
import { withNumbers } from '../../server/deck/render/slide-number.ts'
import type { Actor, AnyCommand } from '../../server/lesson/decision-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { deckOf, slideOf } from '../support/deck.ts'
import {
  ada,
  answer,
  answered,
  closed,
  deck,
  NOW,
  one,
  opened,
  presenter,
  several,
  started,
  survey,
  when,
} from './decide-lesson.ts'

describe('the presenter moves', () => {
  test('to a step that the slide has', () => {
    expect(when([], { type: 'move', h: 0, v: 0, f: 1 })).toEqual([
      { type: 'moved', at: NOW, h: 0, v: 0, f: 1, slide: 'intro', number: 1, title: 'intro' },
    ])
  })
  test('to a slide by its place, and the log keeps what people call it', () => {
    const move: AnyCommand = { type: 'move', h: 1, v: 0, f: -1 }
    expect(when([], move)).toMatchObject([{ h: 1, v: 0, number: 3 }])
    expect(when([], move)).not.toHaveProperty('0.label')
    const numbers = withNumbers(deck.slides, { slideNumber: true })
    expect(when([], move, presenter, NOW, { ...deck, ...numbers })).toMatchObject([{ number: 3, label: '2' }])
  })
  test.each([
    { h: 0, v: 0, f: 2 },
    { h: 0, v: 2, f: -1 },
    { h: 9, v: 0, f: -1 },
  ])('and nowhere the deck does not go: %o', place => {
    expect(when([], { type: 'move', ...place })).toBe('invalid')
  })
  test('to where the lesson is already, and nothing happens', () => {
    expect(when([], { type: 'move', h: 0, v: 0, f: -1 })).toEqual([])
  })
})

describe('voting opens', () => {
  test('with the definition and the deadline written down', () => {
    expect(when([], { type: 'open', poll: 'one' })).toEqual([
      { type: 'opened', at: NOW, poll: 'one', round: 1, definition: one, closesAt: NOW + 30_000 },
    ])
  })
  test('for as long as the presenter says', () => {
    expect(when([], { type: 'open', poll: 'one', seconds: 5 })).toMatchObject([{ closesAt: NOW + 5_000 }])
  })
  test('without a deadline where the question has none', () => {
    expect(when([], { type: 'open', poll: 'several' })).toMatchObject([{ type: 'opened' }])
    expect(when([], { type: 'open', poll: 'several' })).not.toMatchObject([{ closesAt: expect.anything() }])
  })
  test('once: opening again changes nothing, and a closed question stays closed', () => {
    expect(when([opened], { type: 'open', poll: 'one' })).toEqual([])
    expect(when([opened, closed], { type: 'open', poll: 'one' })).toBe('already-closed')
  })
  test('for a question that the deck has', () => {
    expect(when([], { type: 'open', poll: 'two' })).toBe('unknown-poll')
  })
})

describe('voting closes', () => {
  test('by the presenter and by the deadline', () => {
    expect(when([opened], { type: 'close', poll: 'one' })).toEqual([{ type: 'closed', at: NOW, poll: 'one', round: 1 }])
    const byDeadline = (...events: LessonEvent[]) => when(events, { type: 'close', poll: 'one' }, { role: 'server' })
    expect(byDeadline({ ...opened, closesAt: NOW })).toHaveLength(1)
    // Time that was given, or taken away, in the same moment.
    expect(byDeadline({ ...opened, closesAt: NOW + 1 })).toEqual([])
    expect(byDeadline(opened)).toEqual([])
  })
  test('only when it is open', () => {
    expect(when([], { type: 'close', poll: 'one' })).toBe('not-open')
    expect(when([opened, closed], { type: 'close', poll: 'one' })).toBe('already-closed')
    expect(when([], { type: 'close', poll: 'two' })).toBe('unknown-poll')
  })
})

describe('an answer', () => {
  test('is taken while voting is open, sorted', () => {
    expect(when([opened], answer([1]), ada)).toEqual([
      { type: 'answered', at: NOW, poll: 'one', round: 1, student: 'ada', value: [1] },
    ])
    const both: LessonEvent = { ...opened, poll: 'several', definition: several }
    expect(when([both], { type: 'answer', poll: 'several', round: 1, value: [2, 0] }, ada)).toMatchObject([
      { value: [0, 2] },
    ])
  })
  test('may be changed until the close', () => {
    expect(when([opened, answered], answer([2]), ada)).toMatchObject([{ value: [2] }])
  })
  test('of a student whose joining could not be saved brings the joining along', () => {
    const bob: Actor = { role: 'student', id: 'bob' }
    expect(when([opened], answer([1]), bob)).toMatchObject([
      { type: 'joined', student: 'bob' },
      { type: 'answered', student: 'bob' },
    ])
    expect(when([opened, { type: 'locked', at: 11, on: true }], answer([1]), bob)).toBe('locked')
  })
  test('that is sent twice counts once', () => {
    expect(when([opened, answered], answer([0]), ada)).toEqual([])
  })
  test.each([[[]], [[3]], [[0, 1]], [[0, 0]]])('that does not fit the question is refused: %o', value => {
    expect(when([opened], answer(value), ada)).toBe('invalid')
  })
  test('before the opening, after the close, for another round or another question is refused', () => {
    expect(when([], answer([1]), ada)).toBe('not-open')
    expect(when([opened, closed], answer([1]), ada)).toBe('already-closed')
    expect(when([opened], answer([1], { round: 2 }), ada)).toBe('not-open')
    expect(when([opened, closed, { ...opened, round: 2 }], answer([1]), ada)).toBe('already-closed')
    expect(when([opened], answer([1], { poll: 'two' }), ada)).toBe('unknown-poll')
    expect(when([opened, { type: 'reset', at: 12, poll: 'one', round: 1 }], answer([1]), ada)).toBe('not-open')
  })
  test('tapped in time is taken for 2 s after the close, unless something was shown', () => {
    const inTime = answer([1], { tappedAt: 19 })
    expect(when([opened, closed], inTime, ada, 2_020)).toHaveLength(1)
    expect(when([opened, closed], inTime, ada, 2_021)).toBe('already-closed')
    expect(when([opened, closed], answer([1], { tappedAt: 21 }), ada, 30)).toBe('already-closed')
    for (const type of ['resultsShown', 'solutionShown'] as const) {
      expect(when([opened, closed, { type, at: 25, poll: 'one', shown: true }], inTime, ada, 30)).toBe('already-closed')
    }
  })
})

describe('results and solution', () => {
  test('are shown apart', () => {
    expect(when([opened, closed], { type: 'results', poll: 'one', shown: true })).toEqual([
      { type: 'resultsShown', at: NOW, poll: 'one', shown: true },
    ])
    expect(when([opened, closed], { type: 'solution', poll: 'one', shown: true })).toEqual([
      { type: 'solutionShown', at: NOW, poll: 'one', shown: true },
    ])
  })
  test('close the voting first', () => {
    const decision = when([opened], { type: 'solution', poll: 'one', shown: true })
    expect(decision).toMatchObject([{ type: 'closed' }, { type: 'solutionShown' }])
  })
  test('need a vote, and a solution needs a right answer', () => {
    expect(when([], { type: 'results', poll: 'one', shown: true })).toBe('not-open')
    const openSurvey: LessonEvent = { ...opened, poll: 'survey', definition: survey }
    expect(when([openSurvey], { type: 'solution', poll: 'survey', shown: true })).toBe('invalid')
  })
})

describe('voting again', () => {
  test('opens a second round and keeps the first', () => {
    const decision = when([opened, answered, closed], { type: 'again', poll: 'one' })
    expect(decision).toMatchObject([{ type: 'opened', round: 2 }])
    const lesson = fold([...started, opened, answered, closed, ...(Array.isArray(decision) ? decision : [])])
    expect(lesson.polls.get('one')?.map(round => round.answers.size)).toEqual([1, 0])
  })
  test('needs a closed question', () => {
    expect(when([], { type: 'again', poll: 'one' })).toBe('not-open')
    expect(when([opened], { type: 'again', poll: 'one' })).toEqual([])
  })
  test('after a reset another round opens, and late answers to the discarded one are refused', () => {
    const reset: LessonEvent = { type: 'reset', at: 16, poll: 'one', round: 1 }
    expect(when([opened, answered], { type: 'reset', poll: 'one' })).toEqual([{ ...reset, at: NOW }])
    expect(when([opened, answered, reset], { type: 'open', poll: 'one' })).toMatchObject([{ round: 2 }])
    const again: LessonEvent = { ...opened, round: 2 }
    expect(when([opened, answered, reset, again], answer([1]), ada)).toBe('already-closed')
    expect(when([opened, answered, reset, again], answer([1], { round: 2 }), ada)).toMatchObject([{ round: 2 }])
    expect(when([opened, reset, again, { ...reset, round: 2 }], { type: 'open', poll: 'one' })).toMatchObject([
      { round: 3 },
    ])
    expect(
      fold([...started, opened, answered, reset])
        .polls.get('one')
        ?.at(-1)?.answers.size,
    ).toBe(0)
  })
})

describe('a vote that was closed by mistake', () => {
  const reopen: AnyCommand = { type: 'reopen', poll: 'one' }
  const reopened: LessonEvent = { type: 'reopened', at: NOW, poll: 'one', round: 1 }
  test('is opened again as the same round, with its answers and without its deadline', () => {
    expect(when([opened, answered, closed], reopen)).toEqual([reopened])
    const round = fold([...started, { ...opened, closesAt: 15 }, answered, closed, reopened])
      .polls.get('one')
      ?.at(-1)
    expect(round).toMatchObject({ phase: 'open' })
    expect(round).not.toHaveProperty('closesAt')
    expect(round).not.toHaveProperty('closedAt')
    expect(round?.answers.size).toBe(1)
  })
  test('stays closed once its results or its solution have been shown', () => {
    const shown = { at: 25, poll: 'one', shown: true }
    expect(when([opened, closed, { type: 'resultsShown', ...shown }], reopen)).toBe('already-closed')
    expect(when([opened, closed, { type: 'solutionShown', ...shown }], reopen)).toBe('already-closed')
  })
  test('must have been opened', () => {
    expect(when([], reopen)).toBe('not-open')
    expect(when([opened], reopen)).toEqual([])
    expect(when([opened, { type: 'reset', at: 12, poll: 'one', round: 1 }], reopen)).toBe('not-open')
  })
})

describe('more time', () => {
  const extend: AnyCommand = { type: 'extend', poll: 'one', seconds: 10 }
  test('moves the deadline, and what is left while the clock is stopped', () => {
    expect(when([{ ...opened, closesAt: NOW + 5_000 }], extend)).toMatchObject([
      { type: 'timed', closesAt: NOW + 15_000 },
    ])
    const paused: LessonEvent = { type: 'timed', at: 5, poll: 'one', round: 1, left: 5_000 }
    expect(when([opened, paused], extend)).toMatchObject([{ type: 'timed', left: 15_000 }])
  })
  test('sets no deadline where there was none', () => {
    expect(when([opened], extend)).toEqual([])
  })
})

test('voting can be closed when the question was taken out of the deck', () => {
  const without = deckOf([slideOf('intro', ['a'])])
  const close: AnyCommand = { type: 'close', poll: 'one' }
  expect(when([opened], close, presenter, NOW, without)).toEqual([{ ...closed, at: NOW }])
})

test('ending closes what is open and then takes nothing more', () => {
  const decision = when([opened], { type: 'end' })
  expect(decision).toMatchObject([{ type: 'closed' }, { type: 'ended' }])
  const ended: LessonEvent = { type: 'ended', at: 50 }
  expect(when([ended], { type: 'end' })).toBe('over')
  expect(when([ended], { type: 'join' }, { role: 'student', id: 'new' })).toBe('over')
})
