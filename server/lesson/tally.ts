/** Counts of a round's answers, and of who moved from one round to the next. Pure. */
import type { Before, Results, Value } from '../wire/messages.ts'
import { results } from './kinds/kinds.ts'
import type { Round } from './lesson.ts'

/** A round is never changed, so it is counted once. */
export function tally(round: Round): Results {
  const before = counted.get(round)
  if (before) return before
  const fresh = results(round.definition, valuesOf(round.answers))
  counted.set(round, fresh)
  return fresh
}

const counted = new WeakMap<Round, Results>()

/** The round before another one of the same question, as the later one's results show it. */
export function comparison(before: Round, after: Round): Before {
  const tallied = { results: tally(before) }
  const single = [before, after].every(({ definition }) => definition.kind === 'choice' && !definition.multiple)
  return single ? { ...tallied, moves: moves(before, after) } : tallied
}

/** `moves[from][to]`, of students who answered both rounds with one choice. */
function moves(before: Round, after: Round): number[][] {
  const size = ({ definition }: Round) => ('choices' in definition ? definition.choices.length : 0)
  const flow = Array.from({ length: size(before) }, () => Array.from({ length: size(after) }, () => 0))
  for (const [student, { value: to }] of after.answers) {
    const from = before.answers.get(student)?.value
    const row = Array.isArray(from) ? flow[from[0] ?? -1] : undefined
    const index = Array.isArray(to) ? (to[0] ?? -1) : -1
    if (row?.[index] !== undefined) row[index] += 1
  }
  return flow
}

export const valuesOf = (answers: Round['answers']): Value[] => Array.from(answers.values(), ({ value }) => value)
