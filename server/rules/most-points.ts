/** What an answer can be worth. Pure. */
import type { PollView } from '../wire/poll-view.ts'

/** What of a question its points depend on, apart from what is right. */
export interface Rated extends Pick<PollView, 'kind' | 'points' | 'scoring'> {
  multiple?: boolean
  choices?: readonly { none?: boolean }[]
}

/**
 * The most that an answer to a question with a right one can be worth. Auto Multiple Choice's `b` (1) counts for each box
 * that is as it should be, of a simple question once; `p` is the least that a multiple one gives.
 */
export function mostPoints({ kind, multiple, choices = [], points, scoring }: Rated): number {
  if (kind !== 'choice' || scoring?.scheme !== 'amc') return points
  const { b = 1, p = Number.NEGATIVE_INFINITY } = scoring.bareme
  // "None of these" is no box of its own.
  const boxes = choices.filter(({ none }) => !none).length
  return rounded(points * (multiple ? Math.max(p, b * boxes) : b))
}

/** To a thousandth of a point: what binary fractions add is not the student's. */
export const rounded = (points: number): number => Math.round(points * 1_000) / 1_000
