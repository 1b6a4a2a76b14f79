import { expect, test } from 'vitest'
import type { Report } from '#wire/report-view'
import { answerMoves } from '../../../client/report/questions/answer-moves.ts'

const POLL: Report['polls'][number] = { id: 'q', kind: 'choice', prompt: '', choices: ['a', 'b'], rounds: [] }
const student = (...values: (number[] | undefined)[]): Report['students'][number] => ({
  id: 'x',
  points: 0,
  answers: values.flatMap((value, index) => (value ? [{ poll: 'q', round: index + 1, value, at: 0 }] : [])),
})

test('only those who answered both rounds have answerMoves or stayed', () => {
  const students = [student([0], [1]), student([0], [1]), student([1], [1]), student([0]), student(undefined, [1])]
  expect(answerMoves(students, POLL, 1, 2)).toEqual([
    [0, 2],
    [0, 1],
  ])
})

test('several choices in an answer have no one way', () => {
  expect(answerMoves([student([0], [1]), student([0, 1], [1])], POLL, 1, 2)).toBeUndefined()
})
