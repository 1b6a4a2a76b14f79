/** What an answer is worth. Pure. */
import type { Bareme, ChoiceQuestion, Question } from '../../deck/question-types.ts'
import { mostPoints as mostOf, rounded } from '../../rules/most-points.ts'
import type { Value } from '../../wire/poll-view.ts'
import { choicesOf } from '../kinds/choice.ts'
import { isRight, isSurvey } from '../kinds/kinds.ts'
import type { Round } from '../lesson.ts'

/**
 * Points for an answer; undefined for a question without a right answer. Speed never counts.
 * - all or nothing: the question's points, or 0;
 * - `partial`: the points times the share of right picks minus wrong picks, never below 0;
 * - `amc`: as Auto Multiple Choice counts, times the question's points.
 */
export function answerPoints(question: Question, value: Value): number | undefined {
  const right = isRight(question, value)
  if (right === undefined) return undefined
  if (!Array.isArray(value) || question.scoring === undefined) return right ? question.points : 0
  const share =
    question.scoring.scheme === 'amc' ? amc(question, value, question.scoring.bareme) : partial(question, value)
  return rounded(question.points * share)
}

/** A student's points for a round: for the answer, or for giving none where there was time to. Undefined for a survey. */
export function pointsIn({ definition, answers, closedAt }: Round, id: string, joinedAt: number): number | undefined {
  const answer = answers.get(id)
  if (answer) return answerPoints(definition, answer.value)
  // Students who came after the close were not asked.
  const wasThere = closedAt === undefined || joinedAt <= closedAt
  const blank = blankPoints(definition)
  return wasThere || blank === undefined ? blank : 0
}

/** What no answer is worth: nothing, unless the scheme says otherwise (AMC's `v`). Undefined for a survey. */
export function blankPoints(question: Question): number | undefined {
  if (isSurvey(question)) return undefined
  return question.scoring?.scheme === 'amc' ? rounded(question.points * (question.scoring.bareme.v ?? 0)) : 0
}

/** The most that an answer can be worth; undefined for a survey. */
export const mostPointsOf = (question: Question): number | undefined =>
  isSurvey(question) ? undefined : mostOf(question)

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
 * Auto Multiple Choice's scoring strategies, by the table in its user's manual (Correction, "Scoring strategy"). A simple
 * question: `b` (1) for the right answer, `m` (0) for another. A multiple one: `b` (1) for each box that is as it should
 * be, ticked or not, and `m` (0) for each that is not, but never less than `p`, which simple questions do not have. "None of
 * these" is no box of its own: it says of every other that it is not right. `v` (0) for no answer, whatever `p` is. `e`,
 * for answers that contradict themselves, is never given: the phones cannot send one.
 */
function amc(question: Question, value: number[], { b = 1, m = 0, p }: Bareme): number {
  const { choices, multiple } = question as ChoiceQuestion
  if (!multiple) return isRight(question, value) ? b : m
  const boxes = choices.flatMap(({ right, none }, index) => (none ? [] : [value.includes(index) === (right ?? false)]))
  const good = boxes.filter(Boolean).length
  const score = b * good + m * (boxes.length - good)
  return p === undefined ? score : Math.max(p, score)
}
