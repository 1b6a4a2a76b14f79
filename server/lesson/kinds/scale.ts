/** A whole number between two ends; there is no right one. */
import type { ScaleQuestion } from '../../deck/question-types.ts'
import { middle, sorted } from './averages.ts'
import type { KindRules } from './kind-rules.ts'

export const scale: KindRules<ScaleQuestion, number> = {
  accept({ min, max }, value) {
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    return fits ? (value === 0 ? 0 : value) : undefined
  },

  results({ min, max }, answers) {
    const counts = Array.from({ length: max - min + 1 }, () => 0)
    for (const value of answers) counts[value - min] = (counts[value - min] ?? 0) + 1
    return { counts, total: answers.length, ...middle(sorted(answers)) }
  },

  right: () => undefined,
  solution: () => undefined,
  feedback: () => [],
}
