/** What answers are worth. AMC's cases are of its documentation: https://www.auto-multiple-choice.net/doc/scoring. */
import { describe, expect, test } from 'vitest'
import type { Bareme, ChoiceQuestion, OrderQuestion } from '../../server/deck/question-types.ts'
import { answerPoints, blankPoints, mostPointsOf } from '../../server/lesson/vote/answer-points.ts'
import { questionOf } from '../support/deck.ts'

const amc = (right: (boolean | undefined)[], bareme: Bareme, more: Partial<ChoiceQuestion> = {}) =>
  questionOf('q', right, { scoring: { scheme: 'amc', bareme }, ...more })

describe('as Auto Multiple Choice scores', () => {
  // "*{b=2,m=-0.5} What is the capital city of Cameroon? + Yaoundé - Douala - Kribi"
  const cameroon = amc([true, false, false], { b: 2, m: -0.5 })
  // "**{b=2,m=-0.5} Which of the following words begin with the letter A? + Anyway - Olive + Aim - Enemy"
  const letters = amc([true, false, true, false], { b: 2, m: -0.5 })

  test('a simple question gives b for the right answer and m for another', () => {
    expect([[0], [1], [2]].map(value => answerPoints(cameroon, value))).toEqual([2, -0.5, -0.5])
  })

  test('a multiple question adds b for each box that is as it should be and m for each other', () => {
    expect(answerPoints(letters, [0, 2])).toBe(8)
    expect(answerPoints(letters, [0])).toBe(5.5)
    expect(answerPoints(letters, [0, 1])).toBe(3)
    expect(answerPoints(letters, [1, 3])).toBe(-2)
  })

  test('a simple question is worth 1 or 0 by default, a multiple one 1 a box that is as it should be', () => {
    // "The default scale for a simple question is e=0,v=0,b=1,m=0"; for a multiple one "a point for every checked box,
    // either good or not (good box checked or wrong box not checked)".
    expect([[0], [1]].map(value => answerPoints(amc([true, false], {}), value))).toEqual([1, 0])
    expect([[1, 2], [0], [0, 1]].map(value => answerPoints(amc([false, true, true], {}), value))).toEqual([3, 0, 1])
  })

  test('p is the least score of a multiple question', () => {
    const floored = amc([true, false, true, false], { b: 2, m: -2, p: -1 })
    expect(answerPoints(floored, [1, 3])).toBe(-1)
    expect(answerPoints(floored, [0])).toBe(4)
  })

  test('p has no meaning for a simple question', () => {
    // The manual's table marks p, like d, for multiple questions only.
    expect(answerPoints(amc([true, false], { m: -2, p: 0 }), [1])).toBe(-2)
  })

  test('v is for no answer, and p does not change it', () => {
    expect(blankPoints(amc([true, false], {}))).toBe(0)
    expect(blankPoints(amc([true, true, false], { v: -0.5, p: 0 }))).toBe(-0.5)
    expect(blankPoints(amc([true, false], { v: -0.5 }, { points: 2 }))).toBe(-1)
  })

  test('haut=2, AMC-TXT’s default for multiple questions, can be said with b, m and p', () => {
    // "a perfect answer gives 2 points, and each error takes one point off (keeping the score non-negative)"; the five
    // choices are those of the manual's example "all for 2".
    const question = amc([true, true, true, false, false], { b: 2 / 5, m: 2 / 5 - 1, p: 0 })
    expect([[0, 1, 2], [0, 1], [0, 1, 3], [3]].map(value => answerPoints(question, value))).toEqual([2, 1, 0, 0])
  })

  test('"none of these" is no box: ticked, it says that no other is right', () => {
    const question = letters.choices.map(choice => ({ ...choice }))
    const choices = [...question, { key: 'E', html: 'None', text: 'None', right: false, none: true as const }]
    const withNone = { ...letters, choices }
    expect(answerPoints(withNone, [4])).toBe(2 * 2 - 0.5 * 2)
    expect(answerPoints(withNone, [0, 2])).toBe(8)
    expect(mostPointsOf(withNone)).toBe(8)
  })

  test('the question’s points multiply the score', () => {
    expect(answerPoints({ ...cameroon, points: 3 }, [1])).toBe(-1.5)
  })

  test('the highest score is that of the right answer', () => {
    expect([cameroon, letters].map(mostPointsOf)).toEqual([2, 8])
  })
})

describe('in part', () => {
  const partial = (right: (boolean | undefined)[]) =>
    questionOf('q', right, { scoring: { scheme: 'partial' }, points: 3 })

  test('an answer is worth right minus wrong picks, of the right ones', () => {
    const question = partial([true, true, true, false, false])
    expect([[0, 1, 2], [0, 1], [0, 1, 3], [0]].map(value => answerPoints(question, value))).toEqual([3, 2, 1, 1])
  })

  test('it is never below nothing', () => {
    expect(answerPoints(partial([true, true, false, false]), [0, 2, 3])).toBe(0)
    expect(answerPoints(partial([true, false]), [1])).toBe(0)
  })

  test('thirds of a point add up to a thousandth', () => {
    expect(answerPoints({ ...partial([true, true, true, false]), points: 1 }, [0])).toBe(0.333)
  })

  test('an order counts places that are right minus those that are not', () => {
    const choices = [2, 0, 1, 3].map((place, index) => ({
      key: 'ABCD'.charAt(index),
      html: '',
      text: '',
      right: true,
      place,
    }))
    const { multiple: _, ...base } = partial([true, true])
    const order: OrderQuestion = { ...base, kind: 'order', choices, points: 4 }
    expect(answerPoints(order, [1, 2, 0, 3])).toBe(4)
    expect(answerPoints(order, [1, 2, 3, 0])).toBe(0)
  })

  test('the highest score is the question’s points, and giving no answer is worth nothing', () => {
    expect([mostPointsOf(partial([true, false])), blankPoints(partial([true, false]))]).toEqual([3, 0])
  })
})

describe('all or nothing', () => {
  test('only the whole answer is worth the points', () => {
    const question = questionOf('q', [true, false, true], { points: 2 })
    expect([[0, 2], [0], [0, 1, 2], [1]].map(value => answerPoints(question, value))).toEqual([2, 0, 0, 0])
    expect([mostPointsOf(question), blankPoints(question)]).toEqual([2, 0])
  })

  test('a survey has no points at all', () => {
    const survey = questionOf('q', [undefined, undefined], { scoring: { scheme: 'amc', bareme: { v: 1 } } })
    expect([answerPoints(survey, [0]), mostPointsOf(survey), blankPoints(survey)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
