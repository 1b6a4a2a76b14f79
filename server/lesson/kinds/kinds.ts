/** The kinds of questions, and what is asked of all of them. Pure. */
import type { Kind, Question } from '../../deck/question-types.ts'
import type { Results, Solution, Value } from '../../wire/poll-view.ts'
import { choice, choicesOf } from './choice.ts'
import type { KindRules } from './kind-rules.ts'
import { number } from './number.ts'
import { order } from './order.ts'
import { scale } from './scale.ts'
import { text } from './text.ts'
import type { Moderated, TextRules } from './text-groups.ts'
import { words } from './words.ts'

const kinds = { choice, number, text, words, scale, order } satisfies Record<Kind, unknown>

/** The table's rows fit their own kind of question and the values that they accepted themselves. */
const rules = ({ kind }: Question) => kinds[kind] as KindRules<Question, Value>

/** The answer as it is kept; undefined when it does not fit the question. */
export const accept = (question: Question, value: Value): Value | undefined => rules(question).accept(question, value)

/** @param moderated what the presenter has done to the texts among them */
export const results = (question: Question, answers: Value[], moderated: Moderated): Results =>
  rules(question).results(question, answers, moderated)

/** What texts are compared by, of a question that is answered in words; undefined for others. */
export const textRules = (question: Question): TextRules<Value> | undefined => rules(question).texts

/** Whether an accepted answer is right; undefined for a question without a right answer. */
export const isRight = (question: Question, value: Value): boolean | undefined => rules(question).right(question, value)

/** Undefined for a question that has neither a right answer nor an explanation. */
export function solution(question: Question, answers: Value[]): Solution | undefined {
  const right = rules(question).solution(question, answers)
  const { explanation } = question
  if (!right && explanation === undefined) return undefined
  return { ...(right ?? { correct: [] }), ...(explanation !== undefined && { explanation }) }
}

export const feedback = (question: Question, value: Value): string[] => rules(question).feedback(question, value)

/** Whether an answer to one says the same as an answer to the other; explanations and points may differ. */
export function sameQuestion(a: Question, b: Question): boolean {
  const asked = (question: Question) => [
    question.kind,
    question.prompt,
    choicesOf(question).map(({ html }) => html),
    question.kind === 'choice' && question.multiple,
    question.kind === 'scale' && [question.min, question.max, question.labels],
  ]
  return JSON.stringify(asked(a)) === JSON.stringify(asked(b))
}

/** Whether a question has no right answer. */
export const isSurvey = (question: Question): boolean => rules(question).solution(question, []) === undefined
