/** Given commands, when another, then events or a reason: students who have longer than the class. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { due } from '../../../server/lesson/due.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import { currentRound } from '../../../server/lesson/lesson.ts'
import {
  ada,
  answer,
  bob,
  deck,
  extra,
  finish,
  lessonAfter,
  play,
  QUIZ,
  release,
  type Step,
  start,
  stop,
  when,
} from './quiz-class.ts'

/** Until 110 s for the class, until 140 s for Ada. */
const QUICK: AnyCommand = { type: 'startQuiz', segment: 'quiz', seconds: 90 }
const slow: Step[] = [
  [5, extra('ada', 4 / 3)],
  [10, QUIZ],
  [20, QUICK],
]
const quizOf = (steps: Step[], seconds?: number) => lessonAfter(steps, seconds).quizzes.get('quiz')

describe('a factor', () => {
  test('is given to who is known, and taken away by 1', () => {
    expect(when([], [5, extra('ada', 1.5)])).toEqual([
      { type: 'extraTimeGiven', at: 5_000, student: 'ada', factor: 1.5 },
    ])
    expect(when([], [5, extra('nobody', 1.5)])).toBe('invalid')
    expect(when([], [5, extra('ada', 1)])).toEqual([])
    expect(when([[5, extra('ada', 2)]], [6, extra('ada', 2)])).toEqual([])
    expect(lessonAfter([[5, extra('ada', 2)]]).students.get('ada')?.factor).toBe(2)
    expect(
      lessonAfter([
        [5, extra('ada', 2)],
        [6, extra('ada', 1)],
      ]).students.get('ada'),
    ).not.toHaveProperty('factor')
  })
  test('outlives another name, removal and return', () => {
    const sent: Step[] = [
      [5, extra('ada', 2)],
      [6, { type: 'rename', student: 'ada', name: 'Ada' }],
      [7, { type: 'hideName', student: 'ada', hidden: true }],
      [8, { type: 'remove', student: 'ada' }],
    ]
    expect(lessonAfter([...sent, [9, { type: 'readmit', student: 'ada' }]]).students.get('ada')?.factor).toBe(2)
    const swept: Step[] = [
      [5, extra('ada', 2)],
      [9, { type: 'sweep', since: 0, until: 9, gone: true }],
    ]
    const { students } = lessonAfter([...swept, [10, { type: 'readmit', student: 'ada' }]])
    expect(students.get('ada')).toMatchObject({ factor: 2, removed: false })
    expect(students.has('bob')).toBe(false)
  })
})

describe('at the deadline', () => {
  test('the class ends, and who has longer does not', () => {
    expect(quizOf(slow, 110)).toMatchObject({ phase: 'closed', extra: true, closedAt: 110_000 })
    expect(when(slow, [111, answer('a', [1]), bob])).toBe('already-closed')
    expect(when(slow, [139.999, answer('a', [1]), ada])).toHaveLength(1)
    expect(when(slow, [139.999, finish(), ada])).toHaveLength(1)
    expect(when(slow, [111.999, finish(), bob])).toHaveLength(1)
    expect(when(slow, [112, finish(), bob])).toBe('already-closed')
    expect(when([...slow, [30, finish(), bob]], [111, finish(false), bob])).toBe('already-closed')
  })
  test('of their own, an answer tapped in time is taken two seconds later, and then it is over for good', () => {
    expect(when(slow, [140, answer('a', [1]), ada])).toBe('already-closed')
    expect(when(slow, [142, answer('a', [1], { tappedAt: 140_000 }), ada])).toHaveLength(1)
    expect(when(slow, [142.001, answer('a', [1], { tappedAt: 140_000 }), ada])).toBe('already-closed')
    expect(when(slow, [141, answer('a', [1], { tappedAt: 140_001 }), ada])).toBe('already-closed')
    const over = quizOf(slow, 142)
    expect(over).toMatchObject({ phase: 'closed', closedAt: 110_000, extraEndedAt: 142_000 })
    expect(over).not.toHaveProperty('extra')
  })
  test('nobody with longer means that all is over at once', () => {
    const taken: Step[] = [...slow, [30, extra('ada', 1)]]
    expect(quizOf(taken, 110)).not.toHaveProperty('extra')
    expect(quizOf([...slow, [30, { type: 'remove', student: 'ada' }]], 110)).not.toHaveProperty('extra')
  })
  test('the longest factor holds it open, and each has their own end', () => {
    const two: Step[] = [...slow, [30, extra('bob', 2)]]
    expect(when(two, [141, answer('a', [1]), ada])).toBe('already-closed')
    expect(when(two, [141, answer('a', [1]), bob])).toHaveLength(1)
    expect(quizOf(two, 201)).toMatchObject({ extra: true })
    expect(quizOf(two, 202)).not.toHaveProperty('extra')
  })
})

describe('given late', () => {
  test('a factor counts from the start', () => {
    const late: Step[] = [
      [10, QUIZ],
      [20, QUICK],
      [109, extra('ada', 2)],
    ]
    expect(when(late, [199.999, answer('a', [1]), ada])).toHaveLength(1)
    expect(when(late, [200, answer('a', [1]), ada])).toBe('already-closed')
  })
  test('while another’s extra time runs, it opens the quiz for that student again', () => {
    const late: Step[] = [...slow, [120, extra('bob', 2)]]
    expect(when(slow, [121, answer('a', [1]), bob])).toBe('already-closed')
    expect(when(late, [121, answer('a', [1]), bob])).toHaveLength(1)
    expect(when(late, [150, answer('a', [1]), bob])).toHaveLength(1)
  })
  test('when all is over, it is for the next time', () => {
    const late: Step[] = [
      [10, QUIZ],
      [20, QUICK],
      [111, extra('ada', 2)],
    ]
    expect(when(late, [112, answer('a', [1]), ada])).toBe('already-closed')
    expect(when([...slow, [143, extra('bob', 4)]], [144, answer('a', [1]), bob])).toBe('already-closed')
  })
  test('taken away while it runs, it ends for that student at once, and for good after the last', () => {
    const taken: Step[] = [...slow, [115, answer('a', [1]), ada], [120, extra('ada', 1)]]
    const lesson = fold(play(taken))
    expect(due(lesson, deck)).toEqual({ at: 110_000, command: stop })
    expect(when(taken, [121, answer('a', [0]), ada])).toBe('already-closed')
    expect(currentRound(lessonAfter(taken, 121), 'a')?.answers.get('ada')?.value).toEqual([1])
  })
})

test('extra time is a share of all that was given, without stops', () => {
  const time: Step[] = [
    ...slow,
    [50, { type: 'extendQuiz', segment: 'quiz', seconds: 60 }],
    [100, { type: 'pauseQuiz', segment: 'quiz', on: true }],
    [200, { type: 'pauseQuiz', segment: 'quiz', on: false }],
  ]
  // 150 s, stopped for 100: until 270 s for the class, 50 s more for Ada.
  expect(quizOf(time, 270)).toMatchObject({ closedAt: 270_000, extra: true })
  expect(when(time, [319.999, answer('a', [1]), ada])).toHaveLength(1)
  expect(when(time, [320, answer('a', [1]), ada])).toBe('already-closed')
})

describe('while extra time runs', () => {
  test.each<[AnyCommand, AnyCommand]>([
    [release(true, false), release(true, false, true)],
    [release(false, true), release(false, true, true)],
    [
      { type: 'results', poll: 'a', shown: true },
      { type: 'results', poll: 'a', shown: true, confirmed: true },
    ],
    [
      { type: 'solution', poll: 'a', shown: true },
      { type: 'solution', poll: 'a', shown: true, confirmed: true },
    ],
  ])('nothing is shown unless the presenter confirms, which ends it: %o', (command, confirmed) => {
    expect(when(slow, [120, command])).toBe('not-open')
    expect(when(slow, [120, confirmed])).toHaveProperty('0', { type: 'quizClosed', at: 120_000, segment: 'quiz' })
    expect(when([...slow, [120, confirmed]], [121, answer('a', [1], { tappedAt: 119_000 }), ada])).toBe(
      'already-closed',
    )
  })
  test('what is hidden may be hidden again', () => {
    expect(when(slow, [120, release(false, false)])).toEqual([])
  })
  test('it is shown without a word once those who have longer are done', () => {
    const done: Step[] = [...slow, [120, finish(), ada]]
    expect(when(done, [121, release(true, false)])).toMatchObject([{ type: 'quizClosed' }, {}, {}, {}])
    expect(when([...done, [121, finish(false), ada]], [122, release(true, false)])).toBe('not-open')
    expect(when(done, [122, answer('a', [1]), ada])).toHaveLength(1)
  })
  test('stopping by hand ends it, with two seconds for what was tapped before', () => {
    const stopped: Step[] = [...slow, [120, stop]]
    expect(when(stopped, [121, answer('a', [1]), ada])).toBe('already-closed')
    expect(when(stopped, [122, answer('a', [1], { tappedAt: 120_000 }), ada])).toHaveLength(1)
    expect(when(stopped, [121, answer('a', [1], { tappedAt: 111_000 }), bob])).toBe('already-closed')
    expect(when(stopped, [123, stop])).toBe('already-closed')
  })
  test('neither the quiz nor one of its questions is asked again', () => {
    expect(when(slow, [120, start])).toBe('not-open')
    expect(when(slow, [120, { type: 'again', poll: 'a' }])).toBe('not-open')
    expect(when(slow, [120, { type: 'extendQuiz', segment: 'quiz', seconds: 9 }])).toBe('already-closed')
    expect(when(slow, [120, { type: 'reopen', poll: 'a' }])).toBe('invalid')
  })
})

describe('a single question', () => {
  const asked: Step[] = [
    [5, extra('ada', 2)],
    [10, { type: 'open', poll: 'alone' }],
  ]
  test('has extra time where it has a deadline', () => {
    expect(currentRound(lessonAfter(asked, 70), 'alone')).toMatchObject({ phase: 'closed', extra: true })
    expect(when(asked, [129.999, answer('alone', [0]), ada])).toHaveLength(1)
    expect(when(asked, [71, answer('alone', [0]), bob])).toBe('already-closed')
    expect(currentRound(lessonAfter(asked, 132), 'alone')).toMatchObject({ closedAt: 70_000, extraEndedAt: 132_000 })
    const endless: Step[] = [
      ...asked,
      [20, QUIZ],
      [30, { type: 'open', poll: 'b' }],
      [40, { type: 'close', poll: 'b' }],
    ]
    expect(when(endless, [41, answer('b', [0]), ada])).toBe('already-closed')
  })
  test('is closed for all by hand, before the deadline and after it', () => {
    expect(when([...asked, [30, { type: 'close', poll: 'alone' }]], [31, answer('alone', [0]), ada])).toBe(
      'already-closed',
    )
    expect(when(asked, [80, { type: 'close', poll: 'alone' }])).toEqual([
      { type: 'closed', at: 80_000, poll: 'alone', round: 1 },
    ])
  })
  test('may be opened again or thrown away meanwhile, and not be asked again', () => {
    const reopened = lessonAfter([...asked, [80, { type: 'reopen', poll: 'alone' }]])
    expect(currentRound(reopened, 'alone')).toMatchObject({ phase: 'open' })
    for (const name of ['extra', 'closesAt', 'allotted', 'closedAt'])
      expect(currentRound(reopened, 'alone')).not.toHaveProperty(name)
    expect(when(asked, [80, { type: 'reset', poll: 'alone' }])).toHaveLength(1)
    expect(when(asked, [80, { type: 'again', poll: 'alone' }])).toBe('not-open')
  })
  test('whose deadline has passed while the server was down closes as it comes back', () => {
    const events = play(asked)
    const late = fold(events)
    expect(due(late, deck)).toEqual({ at: 70_000, command: { type: 'close', poll: 'alone' } })
    const inExtra = fold([...events, { type: 'closed', at: 70_000, poll: 'alone', round: 1, extra: true }])
    expect(due(inExtra, deck)).toEqual({ at: 132_000, command: { type: 'close', poll: 'alone' } })
  })
})

test('the end of the class ends extra time', () => {
  expect(when(slow, [120, { type: 'end' }])).toMatchObject([{ type: 'quizClosed' }, { type: 'ended' }])
  const asked: Step[] = [
    [5, extra('ada', 2)],
    [10, { type: 'open', poll: 'alone' }],
  ]
  expect(when(asked, [80, { type: 'end' }])).toMatchObject([{ type: 'closed' }, { type: 'ended' }])
})
