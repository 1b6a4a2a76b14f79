/** One or several of a list. An answer: indexes in authored order. */
import type { Choice, ChoiceQuestion, Question } from '../../deck/question-types.ts'
import { sorted } from './averages.ts'
import type { KindRules } from './kind-rules.ts'

/** Those of a question that has some. */
export const choicesOf = (question: Question): Choice[] => ('choices' in question ? question.choices : [])

export const choice: KindRules<ChoiceQuestion, number[]> = {
  accept({ choices, multiple }, value) {
    if (!Array.isArray(value) || value.length < 1 || (!multiple && value.length > 1)) return undefined
    if (new Set(value).size < value.length || !value.every(index => index in choices)) return undefined
    const alone = value.length === 1 || !value.some(index => choices[index]?.none)
    return alone ? sorted(value) : undefined
  },

  results({ choices }, answers) {
    const counts = choices.map(() => 0)
    for (const index of answers.flat()) counts[index] = (counts[index] ?? 0) + 1
    return { counts, total: answers.length }
  },

  right({ choices }, value) {
    if (!choices.some(({ right }) => right)) return undefined
    return choices.every((choice, index) => (choice.right ?? false) === value.includes(index))
  },

  solution({ choices }) {
    const correct = choices.flatMap(({ right }, index) => (right ? [index] : []))
    return correct.length > 0 ? { correct } : undefined
  },

  feedback: ({ choices }, value) => value.flatMap(index => choices[index]?.feedback ?? []),
}
