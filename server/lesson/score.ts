/** What an answer is worth. Pure. */
import type { Question } from '../deck/deck.ts'
import { isSurvey } from './decide.ts'

/**
 * All or nothing: right when exactly the right choices are picked, in whatever order.
 * @param value indexes in authored order
 * @returns undefined for a survey, which has no right answer
 */
export function isRight(question: Question, value: number[]): boolean | undefined {
  if (isSurvey(question)) return undefined
  return question.choices.every((choice, index) => (choice.right ?? false) === value.includes(index))
}

/** The question's points for a right answer, 0 for a wrong one, undefined for a survey. */
export function points(question: Question, value: number[]): number | undefined {
  const right = isRight(question, value)
  if (right === undefined) return undefined
  return right ? question.points : 0
}
