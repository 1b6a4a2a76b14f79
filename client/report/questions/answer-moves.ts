/** Who moved from one choice to another between two rounds, read from a report. Pure. */
import type { Report } from '#wire/report-view'

/** `moves[from][to]` of those who gave one choice in one round and in another; undefined when anybody gave several. */
export function answerMoves(
  students: Report['students'],
  { id, choices = [] }: Report['polls'][number],
  before: number,
  after: number,
): number[][] | undefined {
  const moves = choices.map(() => choices.map(() => 0))
  for (const { answers } of students) {
    const [from, to] = [before, after].map(
      wanted => answers.find(answer => answer.poll === id && answer.round === wanted)?.value,
    )
    if (!Array.isArray(from) || !Array.isArray(to)) continue
    if (from.length > 1 || to.length > 1) return undefined
    const row = moves[from[0] ?? -1]
    const index = to[0] ?? -1
    if (row?.[index] !== undefined) row[index] += 1
  }
  return moves
}
