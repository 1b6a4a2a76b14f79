/** All choices, put in order. An answer: their indexes, first to last. */
import type { OrderQuestion } from '../../deck/question-types.ts'
import type { KindRules } from './kind-rules.ts'

export const order: KindRules<OrderQuestion, number[]> = {
  accept({ choices }, value) {
    if (!Array.isArray(value) || value.length !== choices.length || new Set(value).size < value.length) return undefined
    return value.every(index => index in choices) ? [...value] : undefined
  },

  results({ choices }, answers) {
    const places = choices.map(() => choices.map(() => 0))
    for (const answer of answers) {
      for (const [place, index] of answer.entries()) {
        const row = places[index]
        if (row) row[place] = (row[place] ?? 0) + 1
      }
    }
    return { counts: [], total: answers.length, places }
  },

  right: ({ choices }, value) => value.every((index, place) => choices[index]?.place === place),

  solution(question, answers) {
    const { choices } = question
    const correct = choices.map((_, index) => index).sort((a, b) => (choices[a]?.place ?? 0) - (choices[b]?.place ?? 0))
    return { correct, right: answers.filter(answer => order.right(question, answer)).length }
  },

  feedback: () => [],
}
