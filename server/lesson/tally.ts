/** Counts of a round's answers. Pure. */
import type { Round } from './lesson.ts'

export interface Tally {
  /** Per choice, in authored order. */
  counts: number[]
  /** Students who have answered. */
  total: number
}

export function tally(round: Round): Tally {
  const counts = round.definition.choices.map(() => 0)
  for (const { value } of round.answers.values()) {
    for (const index of value) counts[index] = (counts[index] ?? 0) + 1
  }
  return { counts, total: round.answers.size }
}
