import { describe, expect, test } from 'vitest'
import type { Deck } from '../../server/deck/deck.ts'
import type { AnyCommand } from '../../server/lesson/decision-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { report } from '../../server/report/report.ts'
import { roster } from '../../server/report/roster.ts'
import {
  ada,
  answer,
  bob,
  extra,
  finish,
  lessonAfter,
  QUIZ,
  deck as quizDeck,
  type Step,
  start,
} from '../lesson/quiz/quiz-class.ts'
import { questionOf } from '../support/deck.ts'

const opened = (poll: string, round: number): LessonEvent => ({
  type: 'opened',
  at: 10,
  poll,
  round,
  definition: questionOf(poll, [true, false]),
})
const answered = (student: string, poll: string, round: number): LessonEvent => ({
  type: 'answered',
  at: 11,
  poll,
  round,
  student,
  value: [0],
})

const lesson = fold([
  { type: 'joined', at: 2, student: 'ben' },
  { type: 'joined', at: 1, student: 'ada' },
  { type: 'joined', at: 3, student: 'cleo' },
  { type: 'named', at: 4, student: 'ada', name: 'Ada' },
  opened('one', 1),
  answered('ada', 'one', 1),
  answered('cleo', 'one', 1),
  opened('one', 2),
  answered('ada', 'one', 2),
  opened('two', 1),
  answered('ada', 'two', 1),
  answered('cleo', 'two', 1),
  { type: 'removed', at: 20, student: 'cleo' },
  { type: 'reset', at: 21, poll: 'two', round: 1 },
])

test('the roster lists students in the order of joining, with the number of answers that count', () => {
  expect(roster(lesson)).toEqual([
    { id: 'ada', name: 'Ada', answers: 2 },
    { id: 'ben', answers: 0 },
    { id: 'cleo', removed: true, answers: 1 },
  ])
})

test('the roster is a short form of the report’s list of students', () => {
  const students = report(lesson).students.map(({ id, name, removed, answers }) => [id, name, removed, answers.length])
  expect(roster(lesson).map(({ id, name, removed, answers }) => [id, name, removed, answers])).toEqual(students)
})

describe('of a quiz', () => {
  const deck = { ...quizDeck, identity: 'name' as const }
  const steps: Step[] = [
    [5, extra('ada', 2)],
    [10, QUIZ],
    [20, { ...start, seconds: 60 } as AnyCommand],
    [30, answer('a', [1]), ada],
    [31, answer('b', [0]), ada],
    [32, answer('c', [0]), ada],
    [33, answer('a', [0]), bob],
    [34, finish(), bob],
  ]
  const quizzes = (seconds: number, on: Deck = deck) =>
    roster(lessonAfter(steps, seconds), on).map(({ id, factor, quiz }) => ({ id, factor, quiz }))

  test('it says who is how far, and what was right once nobody can answer any more', () => {
    const given = [
      { id: 'ada', factor: 2, quiz: { answers: ['given', 'given', 'given'] } },
      { id: 'bob', quiz: { finished: true, answers: ['given', 'none', 'none'] } },
      { id: 'eve', quiz: { answers: ['none', 'none', 'none'] } },
    ]
    expect(quizzes(40)).toEqual(given)
    // Ada's time is not over.
    expect(quizzes(139)).toEqual(given)
    expect(quizzes(142)).toMatchObject([
      { quiz: { answers: ['right', 'wrong', 'given'] } },
      { quiz: { answers: ['wrong', 'none', 'none'] } },
      { quiz: { answers: ['none', 'none', 'none'] } },
    ])
  })
  test('it says nothing of it where the deck asks for no names, before the start, or of who was removed', () => {
    expect(quizzes(142, quizDeck).map(({ quiz }) => quiz)).toEqual([undefined, undefined, undefined])
    expect(roster(lessonAfter(steps.slice(0, 2)), deck)[0]).not.toHaveProperty('quiz')
    const removed = roster(lessonAfter([...steps, [40, { type: 'remove', student: 'bob' }]]), deck)
    expect(removed[1]).toEqual({ id: 'bob', removed: true, answers: 1 })
  })
})
