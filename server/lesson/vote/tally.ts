/** Counts of a round's answers, and of who moved from one round to the next. Pure. */
import type { Before, Moderation, Results, Value } from '../../wire/poll-view.ts'
import { isRight, isSurvey, results, textRules } from '../kinds/kinds.ts'
import { type Moderated, textGroups, untouched } from '../kinds/text-groups.ts'
import type { Round } from '../lesson.ts'

export const tally = oncePerRound(
  ({ definition, answers, moderated }): Results => results(definition, valuesOf(answers), moderated),
)

/** How many of its answers are right; undefined for a question without a right answer. */
export const rightAnswers = oncePerRound(({ definition, answers }): number | undefined =>
  isSurvey(definition) ? undefined : valuesOf(answers).filter(value => isRight(definition, value)).length,
)

/** What the presenter has done to its texts, each with how many gave it; undefined where nothing was done. */
export const moderationOf = oncePerRound(({ definition, answers, moderated }): Moderation | undefined => {
  const rules = textRules(definition)
  const { hidden, merged } = moderated
  if (!rules || (hidden.isEmpty() && merged.isEmpty())) return undefined
  const values = valuesOf(answers)
  const groupsOf = (merged: Moderated['merged']) =>
    new Map(textGroups(rules, values, merged).map(group => [group.key, group]))
  const [together, apart] = [groupsOf(merged), groupsOf(untouched.merged)]
  // What counts as another text is hidden with that one.
  const alone = [...hidden].filter(([key]) => !merged.has(key))
  return {
    hidden: alone.map(([key, text]) => ({ text, count: together.get(key)?.count ?? 0 })),
    merged: [...merged].map(([key, { text, into }]) => ({
      text,
      into: together.get(rules.key(into))?.text ?? into,
      count: apart.get(key)?.count ?? 0,
    })),
  }
})

/** A round is never changed, so what follows from it is worked out once. */
function oncePerRound<T>(work: (round: Round) => T): (round: Round) => T {
  const known = new WeakMap<Round, { result: T }>()
  return round => {
    const before = known.get(round)
    if (before) return before.result
    const result = work(round)
    known.set(round, { result })
    return result
  }
}

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
