/** What is defined for each kind of question. */
import type { Question } from '../../deck/question-types.ts'
import type { Results, Solution, Value } from '../../wire/poll-view.ts'
import type { Moderated, TextRules } from './text-groups.ts'

/** Every function is pure; `value` is one that `accept` has returned, `answers` are such values. */
export interface KindRules<Q extends Question, V extends Value> {
  /** The answer as it is kept, or undefined when it is none to this question. */
  accept(question: Q, value: Value): V | undefined
  /** @param moderated what the presenter has done to texts; means nothing to other kinds */
  results(question: Q, answers: V[], moderated: Moderated): Results
  /** Absent for kinds that are not answered in words. */
  texts?: TextRules<V>
  /** Undefined for a question without a right answer. */
  right(question: Q, value: V): boolean | undefined
  /** Undefined for a question without a right answer. */
  solution(question: Q, answers: V[]): Omit<Solution, 'explanation'> | undefined
  /** HTML of what the deck says to this answer. */
  feedback(question: Q, value: V): string[]
}
