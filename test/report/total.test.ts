/** What a student’s answers add up to, and the mark made of it. */
import { describe, expect, test } from 'vitest'
import type { ChoiceQuestion } from '../../server/deck/question-types.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { answered, joined, one, opened, question, reportOf, survey } from './sample-lessons.ts'

describe('the total of a student', () => {
  // Best answers: 1 point, 2 × 3 boxes with AMC's b=1, and 3 points with partial scoring: 10 in all.
  const amc: ChoiceQuestion = {
    ...question('amc', 'Which boxes?', [true, false, true]),
    multiple: true,
    points: 2,
    scoring: { scheme: 'amc', bareme: { m: -1, v: -0.5 } },
  }
  const part: ChoiceQuestion = {
    ...question('part', 'Which parts?', [true, true, true]),
    multiple: true,
    points: 3,
    scoring: { scheme: 'partial' },
  }
  const openings = [opened(one, 5), opened(amc, 6), opened(part, 7), opened(survey, 8)]
  const marksOf = (...events: LessonEvent[]) =>
    reportOf(joined('s1', 2), ...openings, ...events).students.map(({ points, mark }) => [points, mark])

  test('is the sum of the answers’ points, and the mark its share of the maximum, out of 20', () => {
    const best = [
      answered(one, 1, 's1', [1], 9),
      answered(amc, 1, 's1', [0, 2], 9),
      answered(part, 1, 's1', [0, 1, 2], 9),
    ]
    expect(marksOf(...best)).toEqual([[10, 20]])
    // 0, then 2 × (2 right boxes − 1 wrong one), then 3 × 2/3.
    const some = [answered(one, 1, 's1', [0], 9), answered(amc, 1, 's1', [0], 9), answered(part, 1, 's1', [0, 1], 9)]
    expect(marksOf(...some, answered(survey, 1, 's1', [0], 9))).toEqual([[4, 8]])
  })

  test('counts unanswered questions by their scheme, and the mark is never negative', () => {
    expect(marksOf()).toEqual([[-1, 0]])
    expect(marksOf(answered(amc, 1, 's1', [1], 9))).toEqual([[-6, 0]])
  })

  test('counts only the last round', () => {
    const again = opened(one, 12, 2)
    expect(marksOf(answered(one, 1, 's1', [1], 9), again)).toEqual([[-1, 0]])
    expect(marksOf(answered(part, 1, 's1', [0, 1, 2], 9), again, answered(one, 2, 's1', [1], 13))).toEqual([[3, 6]])
  })

  test('has no mark when no points can be won', () => {
    const [student] = reportOf(joined('s1', 2), opened(survey, 3), answered(survey, 1, 's1', [0], 4)).students
    expect(student).toMatchObject({ points: 0 })
    expect(student).not.toHaveProperty('mark')
  })
})
