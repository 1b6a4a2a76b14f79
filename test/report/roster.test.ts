import { expect, test } from 'vitest'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { report } from '../../server/report/report.ts'
import { roster } from '../../server/report/roster.ts'
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
