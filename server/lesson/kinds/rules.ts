/** What is defined for each kind of question. */
import type { Question } from '../../deck/deck.ts'
import type { Results, Solution, Value } from '../../wire/poll-view.ts'
import type { Moderated, TextRules } from './text-groups.ts'

/** Every function is pure; `value` is one that `accept` has returned, `answers` are such values. */
export interface Rules<Q extends Question, V extends Value> {
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

export const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b)

/** Of numbers in ascending order; undefined for none. */
export function median(ascending: readonly number[]): number | undefined {
  const half = ascending.length / 2
  const [low, high] = [ascending[Math.ceil(half) - 1], ascending[Math.floor(half)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

export const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** `mean` and `median`, where there is anything to take them of. */
export function middle(ascending: readonly number[]): { mean?: number; median?: number } {
  const [average, half] = [mean(ascending), median(ascending)]
  return average === undefined || half === undefined ? {} : { mean: average, median: half }
}
