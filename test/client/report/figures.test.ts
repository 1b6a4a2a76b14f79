import { describe, expect, test } from 'vitest'
import { columnsOf, marksOf, present, spreadOf } from '../../../client/report/figures.ts'
import { ease, telling } from '../../../client/report/questions/measures-text.ts'
import { answerOf, reportOf, studentOf } from './given.ts'

describe('the marks of a class', () => {
  test('are those of the students who answered and were not sent away', () => {
    const answers = [answerOf({})]
    const report = reportOf({
      students: [
        studentOf({ mark: 12, answers }),
        studentOf({ mark: 4, answers }),
        studentOf({ mark: 0 }),
        studentOf({ mark: 20, answers, removed: true }),
        studentOf({ answers }),
      ],
    })
    expect(marksOf(report)).toEqual([4, 12])
    expect(present(report)).toHaveLength(4)
  })

  test('have a mean and a median; none have neither', () => {
    expect(spreadOf([2, 3, 10])).toEqual({ mean: 5, median: 3, least: 2, most: 10 })
    expect(spreadOf([])).toBeUndefined()
  })

  test('stand in columns of 2, the best in the last', () => {
    const filled = columnsOf([0, 1.99, 2, 19, 20]).filter(({ count }) => count > 0)
    expect(filled).toEqual([
      { from: 0, to: 2, count: 2 },
      { from: 2, to: 4, count: 1 },
      { from: 18, to: 20, count: 2 },
    ])
  })
})

describe('a question', () => {
  test.each([
    [1, 'easy'],
    [0.85, 'easy'],
    [0.849, 'medium'],
    [0.501, 'medium'],
    [0.5, 'hard'],
    [0, 'hard'],
  ])('of which %d of the points were won is %s', (difficulty, word) => {
    expect(ease(difficulty)).toBe(word)
  })

  test.each([
    [0.4, 'very'],
    [0.399, 'well'],
    [0.3, 'well'],
    [0.2, 'somewhat'],
    [0.199, 'hardly'],
    [0, 'hardly'],
    [-0.001, 'reversed'],
  ])('with a discrimination of %d tells strong from weak %s', (discrimination, word) => {
    expect(telling(discrimination)).toBe(word)
  })
})
