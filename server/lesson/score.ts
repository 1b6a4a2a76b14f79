/** What an answer is worth. Pure. */
import type { Bareme, ChoiceQuestion, Question } from '../deck/deck.ts'
import type { Value } from '../wire/messages.ts'
import { choicesOf } from './kinds/choice.ts'
import { isRight, isSurvey } from './kinds/kinds.ts'

/**
 * Points for an answer; undefined for a question without a right answer. Speed never counts.
 * - all or nothing: the question's points, or 0;
 * - `partial`: the points times the share of right picks minus wrong picks, never below 0;
 * - `amc`: as Auto Multiple Choice counts, times the question's points.
 */
export function points(question: Question, value: Value): number | undefined {
  const right = isRight(question, value)
  if (right === undefined) return undefined
  if (!Array.isArray(value) || question.scoring === undefined) return right ? question.points : 0
  const share =
    question.scoring.scheme === 'amc' ? amc(question, value, question.scoring.bareme) : partial(question, value)
  return round(question.points * share)
}

/** What no answer is worth: nothing, unless the scheme says otherwise (AMC's `v`). Undefined for a survey. */
export function blankPoints(question: Question): number | undefined {
  if (isSurvey(question)) return undefined
  return question.scoring?.scheme === 'amc' ? round(question.points * (question.scoring.bareme.v ?? 0)) : 0
}

/** The most that an answer can be worth; undefined for a survey. */
export function mostPoints(question: Question): number | undefined {
  if (isSurvey(question)) return undefined
  const { kind, scoring } = question
  if (kind !== 'choice' || scoring?.scheme !== 'amc') return question.points
  return points(
    question,
    question.choices.flatMap(({ right }, index) => (right ? [index] : [])),
  )
}

/** Of a choice: right picks minus wrong ones, of the right ones. Of an order: places that are right minus those that are not. */
function partial(question: Question, value: number[]): number {
  const choices = choicesOf(question)
  const good =
    question.kind === 'order'
      ? value.filter((index, place) => choices[index]?.place === place).length
      : value.filter(index => choices[index]?.right).length
  const all = question.kind === 'order' ? choices.length : choices.filter(({ right }) => right).length
  return Math.max(0, (good - (value.length - good)) / all)
}

/**
 * Auto Multiple Choice's scoring strategies (its user's manual, "Scoring strategy"). A question with one right answer:
 * `b` (1) for it, `m` (0) for another. With several: `b` (1) for each box that is as it should be, ticked or not, and `m`
 * (0) for each that is not. `e` (0) for an answer that contradicts itself; never less than `p`.
 */
function amc(question: Question, value: number[], { b = 1, m = 0, p }: Bareme): number {
  const { choices, multiple } = question as ChoiceQuestion
  const asItShould = choices.filter((choice, index) => (choice.right ?? false) === value.includes(index)).length
  const score = multiple ? b * asItShould + m * (choices.length - asItShould) : isRight(question, value) ? b : m
  return p === undefined ? score : Math.max(p, score)
}

/** To a thousandth of a point: what binary fractions add is not the student's. */
const round = (points: number) => Math.round(points * 1_000) / 1_000
