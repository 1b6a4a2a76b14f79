/**
 * What is worth doing after a first vote, by how many of those who answered were right. The thresholds are those of T. Vickrey et
 * al., "Research-based implementation of peer instruction: a literature review" (CBE—Life Sciences Education 14, es3, 2015). Pure.
 */
import type { PollView } from '#wire/poll-view'
import { roundName } from '../../ui/results/round-name.ts'

/** Too few know to explain it to each other; enough do; nearly all do. */
export type Suggestion = { to: 'explain' | 'discuss' | 'solution'; share: number }

/** Shares of those who answered between which they are to discuss and vote again. */
const FROM = 0.35
const UNTIL = 0.7

/** Undefined where there is nothing to suggest: for surveys, without answers, after a second vote, and once the solution is shown. */
export function suggestion(poll: PollView): Suggestion | undefined {
  const { phase, survey, right, results, shown, writing } = poll
  const total = results?.total ?? 0
  if (phase !== 'closed' || survey || writing || right === undefined || total === 0) return undefined
  if (roundName(poll) > 1 || shown?.solution) return undefined
  const share = right / total
  return { to: share < FROM ? 'explain' : share > UNTIL ? 'solution' : 'discuss', share }
}
