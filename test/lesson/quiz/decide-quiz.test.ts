/** Given commands, when another, then events or a reason: a quiz from its start to its release. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { currentRound } from '../../../server/lesson/lesson.ts'
import {
  a,
  ada,
  answer,
  b,
  c,
  finish,
  lessonAfter,
  PAUSE,
  presenter,
  QUIZ,
  release,
  SECOND,
  type Step,
  start,
  stop,
  TALK,
  when,
} from './quiz-class.ts'

const started: Step[] = [
  [10, QUIZ],
  [20, start],
]
const closed: Step[] = [...started, [100, stop]]

describe('starting', () => {
  test('opens every question under one deadline, whatever they ask for themselves', () => {
    const round = { type: 'opened', at: 20_000, round: 1, closesAt: 620_000 }
    expect(when([[10, QUIZ]], [20, start])).toEqual([
      {
        type: 'quizStarted',
        at: 20_000,
        segment: 'quiz',
        polls: [
          { poll: 'a', round: 1 },
          { poll: 'b', round: 1 },
          { poll: 'c', round: 1 },
        ],
        closesAt: 620_000,
      },
      { ...round, poll: 'a', definition: a },
      { ...round, poll: 'b', definition: b },
      { ...round, poll: 'c', definition: c },
    ])
  })
  test('for as long as the presenter says, or without a deadline where nobody says any', () => {
    expect(when([[10, QUIZ]], [20, { ...start, seconds: 60 } as AnyCommand])).toMatchObject([
      { closesAt: 80_000 },
      { closesAt: 80_000 },
      { closesAt: 80_000 },
      { closesAt: 80_000 },
    ])
    const decision = when([[10, SECOND]], [20, { type: 'startQuiz', segment: 'second' }])
    expect(decision).toHaveLength(2)
    expect(JSON.stringify(decision)).not.toContain('closesAt')
  })
  test('is done once while it is open, by two presenters too', () => {
    expect(when(started, [20, start])).toEqual([])
    expect(when(started, [30, { ...start, seconds: 5 } as AnyCommand])).toEqual([])
  })
  test('only where the class is, one at a time, and where there is something to ask', () => {
    expect(when([[10, TALK]], [20, start])).toBe('not-open')
    expect(when([...started, [30, SECOND]], [40, { type: 'startQuiz', segment: 'second' }])).toBe('not-open')
    expect(when([[10, QUIZ]], [20, { type: 'startQuiz', segment: 'talk' }])).toBe('invalid')
    expect(when([[10, QUIZ]], [20, { type: 'startQuiz', segment: 'empty' }])).toBe('invalid')
    expect(when([[10, QUIZ]], [20, { type: 'startQuiz', segment: 'nowhere' }])).toBe('unknown-segment')
    expect(when([[10, QUIZ]], [20, { type: 'startQuiz', segment: 'qa' }])).toBe('unknown-segment')
  })
  test('opens what was announced, asks again what was asked, and takes in what is open', () => {
    const before: Step[] = [
      [10, QUIZ],
      [11, { type: 'open', poll: 'a' }],
      [12, { type: 'open', poll: 'b' }],
      [13, { type: 'close', poll: 'b' }],
      [14, { type: 'open', poll: 'c', seconds: 9 }],
    ]
    expect(when(before, [15, start])).toMatchObject([
      {
        polls: [
          { poll: 'a', round: 1 },
          { poll: 'b', round: 2 },
          { poll: 'c', round: 1 },
        ],
      },
      { type: 'opened', poll: 'a', round: 1 },
      { type: 'opened', poll: 'b', round: 2 },
    ])
    // One deadline holds for all of them.
    const lesson = lessonAfter([...before, [15, start]])
    for (const poll of ['a', 'b', 'c'])
      expect(currentRound(lesson, poll)).toMatchObject({ phase: 'open', closesAt: 615_000, allotted: 600_000 })
  })
  test('once more after it is closed is another run, which nobody has finished yet', () => {
    const again: Step[] = [...started, [30, finish(), ada], [100, stop], [200, start]]
    const { quizzes, polls } = lessonAfter(again)
    expect(quizzes.get('quiz')).toMatchObject({ phase: 'open', openedAt: 200_000, polls: [{ round: 2 }, {}, {}] })
    expect(quizzes.get('quiz')?.finished.size).toBe(0)
    expect(quizzes.get('quiz')?.before?.finished.get('ada')).toBe(30_000)
    expect(polls.get('a')).toHaveLength(2)
  })
})

describe('while it is open', () => {
  test('answers are given in any order, changed, and taken until the deadline', () => {
    const lesson = lessonAfter([
      ...started,
      [30, answer('c', [0]), ada],
      [40, answer('a', [0]), ada],
      [600, answer('a', [1]), ada],
    ])
    expect(currentRound(lesson, 'a')?.answers.get('ada')?.value).toEqual([1])
    expect(when(started, [620, answer('a', [1]), ada])).toBe('already-closed')
  })
  test('an answer tapped in time is taken two seconds later, and not another', () => {
    expect(when(started, [622, answer('a', [1], { tappedAt: 620_000 }), ada])).toHaveLength(1)
    expect(when(started, [622.001, answer('a', [1], { tappedAt: 620_000 }), ada])).toBe('already-closed')
    expect(when(started, [621, answer('a', [1], { tappedAt: 620_001 }), ada])).toBe('already-closed')
  })
  test('a student is done, and may change answers all the same', () => {
    const done: Step[] = [...started, [30, finish(), ada]]
    expect(when(started, [30, finish(), ada])).toEqual([
      { type: 'finished', at: 30_000, segment: 'quiz', student: 'ada', on: true },
    ])
    expect(when(done, [40, finish(), ada])).toEqual([])
    expect(when(done, [40, answer('a', [0]), ada])).toHaveLength(1)
    expect(lessonAfter([...done, [40, finish(false), ada]]).quizzes.get('quiz')?.finished.size).toBe(0)
    expect(when(closed, [110, finish(), ada])).toBe('already-closed')
    expect(when([[10, QUIZ]], [20, finish(), ada])).toBe('not-open')
    expect(when(started, [20, { type: 'finish', segment: 'nowhere', on: true }, ada])).toBe('unknown-segment')
    expect(when(started, [20, { type: 'finish', segment: 'talk', on: true }, ada])).toBe('invalid')
  })
  test('its clock is extended and paused as one', () => {
    const time: Step[] = [
      ...started,
      [100, { type: 'extendQuiz', segment: 'quiz', seconds: 30 }],
      [200, { type: 'pauseQuiz', segment: 'quiz', on: true }],
      [300, { type: 'extendQuiz', segment: 'quiz', seconds: 10 }],
      [400, { type: 'pauseQuiz', segment: 'quiz', on: false }],
    ]
    const lesson = lessonAfter(time)
    const clock = { phase: 'open', closesAt: 860_000, allotted: 640_000 }
    expect(lesson.quizzes.get('quiz')).toMatchObject(clock)
    for (const poll of ['a', 'b', 'c']) expect(currentRound(lesson, poll)).toMatchObject(clock)
    const paused = lessonAfter(time.slice(0, -1))
    expect(paused.quizzes.get('quiz')).toMatchObject({ left: 460_000 })
    expect(paused.quizzes.get('quiz')).not.toHaveProperty('closesAt')
    expect(when(time, [500, { type: 'pauseQuiz', segment: 'quiz', on: false }])).toEqual([])
  })
  test('time is given to none that has no limit, is over, or was never started', () => {
    const endless: Step[] = [
      [10, SECOND],
      [20, { type: 'startQuiz', segment: 'second' }],
    ]
    expect(when(endless, [30, { type: 'extendQuiz', segment: 'second', seconds: 9 }])).toEqual([])
    expect(when(endless, [30, { type: 'pauseQuiz', segment: 'second', on: true }])).toEqual([])
    expect(when(closed, [110, { type: 'extendQuiz', segment: 'quiz', seconds: 9 }])).toBe('already-closed')
    expect(when([], [110, { type: 'pauseQuiz', segment: 'quiz', on: true }])).toBe('not-open')
    expect(when([], [110, { type: 'stopQuiz', segment: 'nowhere' }])).toBe('unknown-segment')
  })
  test.each<[AnyCommand, unknown]>([
    [{ type: 'open', poll: 'a' }, []],
    [{ type: 'again', poll: 'a' }, []],
    [{ type: 'close', poll: 'a' }, 'invalid'],
    [{ type: 'extend', poll: 'a', seconds: 9 }, 'invalid'],
    [{ type: 'pause', poll: 'a', on: true }, 'invalid'],
    [{ type: 'reopen', poll: 'a' }, 'invalid'],
    [{ type: 'reset', poll: 'a' }, 'invalid'],
    [{ type: 'results', poll: 'a', shown: true }, 'not-open'],
    [{ type: 'solution', poll: 'a', shown: true, confirmed: true }, 'not-open'],
    [release(true, false), 'not-open'],
    [release(true, true, true), 'not-open'],
  ])('its questions have no clock of their own: %o', (command, then) => {
    expect(when(started, [30, command])).toEqual(then)
  })
  test('a question elsewhere is asked as ever', () => {
    expect(when(started, [30, { type: 'open', poll: 'alone' }])).toHaveLength(1)
    expect(
      when([...started, [30, { type: 'open', poll: 'alone' }]], [40, { type: 'close', poll: 'alone' }]),
    ).toHaveLength(1)
  })
})

describe('closing', () => {
  test('is done by the server at the deadline, wherever the class is', () => {
    const lesson = lessonAfter([...started, [30, PAUSE]], 620)
    expect(lesson.quizzes.get('quiz')).toMatchObject({ phase: 'closed', closedAt: 620_000 })
    for (const poll of ['a', 'b', 'c'])
      expect(currentRound(lesson, poll)).toMatchObject({ phase: 'closed', closedAt: 620_000 })
  })
  test('by hand, once', () => {
    expect(when(started, [100, stop])).toEqual([{ type: 'quizClosed', at: 100_000, segment: 'quiz' }])
    expect(when(closed, [110, stop])).toBe('already-closed')
  })
  test('the end of the class closes it', () => {
    const { type } = { type: 'end' as const }
    expect(when(started, [100, { type }])).toEqual([
      { type: 'quizClosed', at: 100_000, segment: 'quiz' },
      { type: 'ended', at: 100_000 },
    ])
  })
  test('afterwards its questions go their own way', () => {
    expect(when(closed, [110, { type: 'results', poll: 'a', shown: true }])).toHaveLength(1)
    expect(when(closed, [110, { type: 'reopen', poll: 'a' }])).toHaveLength(1)
    expect(when(closed, [110, { type: 'again', poll: 'b' }])).toMatchObject([{ type: 'opened', round: 2 }])
    expect(when(closed, [110, { type: 'reset', poll: 'a' }])).toHaveLength(1)
  })
})

test('the presenter commands, students finish', () => {
  expect(when(started, [30, stop, ada])).toBe('forbidden')
  expect(when(started, [30, finish(), presenter])).toBe('forbidden')
})
