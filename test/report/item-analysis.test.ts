import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../server/deck/question-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { itemAnalysis } from '../../server/report/item-analysis.ts'
import { questionOf } from '../support/deck.ts'

const [one, two] = [questionOf('one', [true, false]), questionOf('two', [true, false])]
const part = questionOf('part', [true, true, true], { points: 2, scoring: { scheme: 'partial' } })
const amc = questionOf('amc', [true, false], { points: 2, scoring: { scheme: 'amc', bareme: { m: -1, v: -0.5 } } })
const survey = questionOf('survey', [undefined, undefined])
const [RIGHT, WRONG] = [[0], [1]]

/** One student's answers, by poll. */
type Sheet = Record<string, number[]>

const opened = (definition: Question, round = 1): LessonEvent => ({
  at: 1,
  type: 'opened',
  poll: definition.id,
  round,
  definition,
})
const answered = (poll: string, student: string, value: number[], round = 1): LessonEvent => ({
  at: 2,
  type: 'answered',
  poll,
  round,
  student,
  value,
})
const lesson = (questions: Question[], sheets: Sheet[], ...more: LessonEvent[]) => {
  const answers = sheets.flatMap((sheet, index) =>
    Object.entries(sheet).map(([poll, value]) => answered(poll, `s${index}`, value)),
  )
  const joined = sheets.map((_, index): LessonEvent => ({ at: 0, type: 'joined', student: `s${index}` }))
  return fold([...joined, ...questions.map(question => opened(question)), ...answers, ...more])
}
const times = (number: number, sheet: Sheet): Sheet[] => Array.from({ length: number }, () => sheet)

describe('difficulty', () => {
  const difficulty = (question: Question, sheets: Sheet[]) =>
    itemAnalysis(lesson([question], sheets)).get(question.id)?.difficulty

  test('is the share of right answers among those who answered', () => {
    const sheets = [...times(3, { one: RIGHT }), { one: WRONG }, ...times(6, {})]
    expect(difficulty(one, sheets)).toBe(0.75)
  })

  test('is the mean share of the points for questions with partial scores', () => {
    // 2, 4/3 and 0 points of 2 each.
    expect(difficulty(part, [{ part: [0, 1, 2] }, { part: [0, 1] }, { part: [] }])).toBe(0.556)
  })

  test('is never negative, whatever wrong answers cost', () => {
    expect(difficulty(amc, [{ amc: RIGHT }, { amc: WRONG }])).toBe(0)
    expect(difficulty(amc, [{ amc: RIGHT }, { amc: RIGHT }, { amc: WRONG }])).toBe(0.333)
    expect(difficulty(amc, [{ amc: WRONG }])).toBe(0)
  })

  test('uses the last round', () => {
    const again = [opened(one, 2), answered('one', 's0', RIGHT, 2)]
    expect(itemAnalysis(lesson([one], times(4, { one: WRONG }), ...again)).get('one')).toEqual({ difficulty: 1 })
    expect(itemAnalysis(lesson([one], times(4, { one: WRONG }), opened(one, 2))).get('one')).toEqual({})
  })

  test('leaves out removed students', () => {
    const sheets = [{ one: WRONG }, { one: RIGHT }]
    expect(itemAnalysis(lesson([one], sheets, { at: 3, type: 'removed', student: 's0' })).get('one')?.difficulty).toBe(
      1,
    )
  })
})

describe('discrimination', () => {
  const both = { one: RIGHT, two: RIGHT }
  const neither = { one: WRONG, two: WRONG }
  const of = (questions: Question[], sheets: Sheet[], ...more: LessonEvent[]) =>
    itemAnalysis(lesson(questions, sheets, ...more)).get('one')?.discrimination

  test('is the correlation between the questions, if there are two', () => {
    // (10·10 − 5·5) / √(15·15·15·15)
    const mixed = [...times(5, { one: RIGHT, two: WRONG }), ...times(5, { one: WRONG, two: RIGHT })]
    expect(of([one, two], [...times(10, both), ...mixed, ...times(10, neither)])).toBe(0.333)
    expect(of([one, two], [...times(20, both), ...times(10, neither)])).toBe(1)
    const opposite = [...times(20, { one: RIGHT, two: WRONG }), ...times(10, { one: WRONG, two: RIGHT })]
    expect(of([one, two], opposite)).toBe(-1)
  })

  test('correlates with the total points of all other questions', () => {
    // x is 0, 1, 1 and y is 0, 4/3, 1 + 2, ten students each: Σx'y' = 10·13/9, Σx'² = 10·2/3, Σy'² = 10·366/81.
    const sheets = [
      ...times(10, { one: WRONG, two: WRONG, part: [] }),
      ...times(10, { one: RIGHT, two: WRONG, part: [0, 1] }),
      ...times(10, { one: RIGHT, two: RIGHT, part: [0, 1, 2] }),
    ]
    expect(of([one, two, part, survey], sheets)).toBe(0.832)
  })

  test('uses only those who answered the question, even if they left out others', () => {
    const absent = times(30, { two: RIGHT })
    expect(of([one, two], [...times(15, both), ...times(15, { one: WRONG }), ...absent])).toBe(1)
  })

  test('is left out for fewer than ten answers', () => {
    expect(of([one, two], [...times(5, both), ...times(4, neither)])).toBeUndefined()
    expect(of([one, two], [...times(5, both), ...times(5, neither)])).toBe(1)
    const removed: LessonEvent = { at: 3, type: 'removed', student: 's0' }
    expect(of([one, two], [...times(5, both), ...times(5, neither)], removed)).toBeUndefined()
  })

  test('is left out for a single question, and when all scores or totals are equal', () => {
    const halves = [...times(20, both), ...times(20, neither)]
    expect(of([one], halves)).toBeUndefined()
    expect(
      of(
        [one, survey],
        halves.map(sheet => ({ ...sheet, survey: RIGHT })),
      ),
    ).toBeUndefined()
    expect(
      of(
        [one, two],
        halves.map(({ two = [] }) => ({ one: RIGHT, two })),
      ),
    ).toBeUndefined()
    expect(
      of(
        [one, two],
        halves.map(({ one = [] }) => ({ one, two: RIGHT })),
      ),
    ).toBeUndefined()
    // Adding tenths up and taking them away again must leave exactly zero.
    const tenths = ['a', 'b', 'c'].map(id => questionOf(id, [true, false], { points: 0.1 }))
    const alike = [
      ...times(20, { one: RIGHT, a: RIGHT, b: RIGHT, c: RIGHT }),
      ...times(20, { one: WRONG, a: RIGHT, b: RIGHT, c: RIGHT }),
    ]
    expect(of([one, ...tenths], alike)).toBeUndefined()
  })
})

test('a survey has neither figure', () => {
  expect(itemAnalysis(lesson([survey], times(40, { survey: RIGHT }))).size).toBe(0)
})

describe('whatever a class answers', () => {
  const questions = [one, two, part, amc, survey]
  const sheet: fc.Arbitrary<Sheet> = fc.record(
    {
      one: fc.constantFrom(RIGHT, WRONG),
      two: fc.constantFrom(RIGHT, WRONG),
      part: fc.subarray([0, 1, 2], { minLength: 1 }),
      amc: fc.constantFrom(RIGHT, WRONG),
      survey: fc.constantFrom(RIGHT, WRONG),
    },
    { requiredKeys: [] },
  )
  const sheets = fc.array(sheet, { minLength: 25, maxLength: 60 })

  test('figures stay within their range', () => {
    fc.assert(
      fc.property(sheets, all => {
        for (const { difficulty = 0, discrimination = 0 } of itemAnalysis(lesson(questions, all)).values()) {
          expect(difficulty).toBeGreaterThanOrEqual(0)
          expect(difficulty).toBeLessThanOrEqual(1)
          expect(Math.abs(discrimination)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('the order of students does not matter', () => {
    const shuffled = sheets.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(itemAnalysis(lesson(questions, other))).toEqual(itemAnalysis(lesson(questions, all)))
      }),
    )
  })
})
