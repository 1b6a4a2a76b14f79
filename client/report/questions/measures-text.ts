/** What a question's measures mean, in words. docs/report.md says where they come from. Pure. */

/** Share of the points from which on a question is easy, and up to which it is hard (University of Washington, Office of Educational Assessment). */
const [EASY, HARD] = [0.85, 0.5]

export const ease = (difficulty: number): 'easy' | 'medium' | 'hard' => {
  if (difficulty >= EASY) return 'easy'
  return difficulty > HARD ? 'medium' : 'hard'
}

/** Least discrimination that is very good, reasonably good, marginal (Ebel and Frisbie 1991). */
const [VERY_GOOD, GOOD, MARGINAL] = [0.4, 0.3, 0.2]

export type Telling = 'very' | 'well' | 'somewhat' | 'hardly' | 'reversed'

export function telling(discrimination: number): Telling {
  if (discrimination < 0) return 'reversed'
  if (discrimination >= VERY_GOOD) return 'very'
  if (discrimination >= GOOD) return 'well'
  return discrimination >= MARGINAL ? 'somewhat' : 'hardly'
}
