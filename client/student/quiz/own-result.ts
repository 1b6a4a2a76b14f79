/** What a student's answers to a quiz come to. Pure. */
import { mostPoints, rounded } from '#rules/most-points'
import type { You } from '#wire/messages'
import type { PollView } from '#wire/poll-view'

/** Points of how many, once the solutions of all its questions that have one are shown; undefined before, and where nothing is to be won. */
export function ownResult(
  polls: readonly PollView[],
  you: You | undefined,
): { points: number; most: number } | undefined {
  const rated = polls.filter(({ survey }) => !survey)
  if (rated.length === 0 || rated.some(({ solution }) => !solution)) return undefined
  const points = rated.map(({ id, round }) => {
    const own = you?.answers[id]
    return own && own.round === round && !own.earlier ? (own.points ?? 0) : (you?.missed?.[id] ?? 0)
  })
  const sum = (all: number[]) => rounded(all.reduce((sum, one) => sum + one, 0))
  return { points: sum(points), most: sum(rated.map(mostPoints)) }
}
