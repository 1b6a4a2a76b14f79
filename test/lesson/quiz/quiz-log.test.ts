/** What the log takes of a quiz when it is read again. */
import { describe, expect, test } from 'vitest'
import { createSequenceCheck } from '../../../server/lesson/event-sequence.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { shapeError } from '../../../server/log/event-shape.ts'
import { ada, answer, extra, finish, play, QUIZ, release, type Step, start } from './quiz-class.ts'

const steps: Step[] = [
  [5, extra('ada', 4 / 3)],
  [10, QUIZ],
  [20, start],
  [30, answer('a', [1]), ada],
  [40, { type: 'pauseQuiz', segment: 'quiz', on: true }],
  [50, { type: 'pauseQuiz', segment: 'quiz', on: false }],
  [60, finish(), ada],
  [700, release(true, true)],
  [800, start],
]
const problems = (events: LessonEvent[]) => {
  const check = createSequenceCheck()
  return events.flatMap(event => check(event) ?? [])
}

test('every event of a quiz has the form and the place that the log asks for', () => {
  const events = play(steps)
  expect(shapeError(JSON.parse(JSON.stringify(events)))).toBeUndefined()
  expect(problems(events)).toEqual([])
})

describe('out of place is', () => {
  test.each<[LessonEvent, string]>([
    [{ type: 'quizTimed', at: 1, segment: 'quiz', left: 1 }, '"quizTimed" belongs to a quiz that was never started'],
    [{ type: 'quizClosed', at: 1, segment: 'quiz' }, '"quizClosed" belongs to a quiz that was never started'],
    [
      { type: 'finished', at: 1, segment: 'quiz', student: 'ada', on: true },
      '"finished" belongs to a quiz that was never started',
    ],
    [
      { type: 'quizStarted', at: 1, segment: 'quiz', polls: [{ poll: 'a', round: 2 }] },
      'round 2 of a question follows none before it',
    ],
  ])('%o', (event, problem) => {
    expect(problems([event])).toEqual([problem])
  })
})

test.each([
  { type: 'quizStarted', at: 1, segment: 'quiz', polls: [{ poll: 'a', round: 0 }] },
  { type: 'quizClosed', at: 1, segment: 'quiz', extra: false },
  { type: 'extraTimeGiven', at: 1, student: 'ada', factor: null },
  { type: 'finished', at: 1, segment: 'quiz', student: 'ada' },
])('of another form is %o', event => {
  expect(shapeError([event])).toContain('event 1')
})
