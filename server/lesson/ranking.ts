/** Who has the most points. Only what the class has seen the solution of counts. Pure. */
import type { Lesson, Round } from './lesson.ts'
import { blankPoints, points } from './score.ts'

interface Standing {
  id: string
  name: string | undefined
  points: number
}

/** The first `count` places that have a name and points; several may share a place. */
export function best(lesson: Lesson, count: number): { name: string; points: number }[] {
  return standings(lesson)
    .slice(0, count)
    .flatMap(({ name, points }) => (name !== undefined && points > 0 ? [{ name, points }] : []))
}

/** A student's own place, from 1; students with the same points share it. */
export function rankOf(lesson: Lesson, student: string): { place: number; of: number; points: number } | undefined {
  const all = standings(lesson)
  const own = all.find(({ id }) => id === student)
  if (!own) return undefined
  return { place: 1 + all.filter(({ points }) => points > own.points).length, of: all.length, points: own.points }
}

const known = new WeakMap<Lesson, Standing[]>()

/** A lesson is never changed, so its standings are worked out once. */
function standings(lesson: Lesson): Standing[] {
  const before = known.get(lesson)
  if (before) return before
  const solved = [...lesson.polls.values()].flatMap((rounds): Round[] =>
    rounds.filter(({ solution }) => solution).slice(-1),
  )
  const all = [...lesson.students]
    .filter(([, { removed }]) => !removed)
    .map(([id, { name }]) => ({ id, name, points: solved.reduce((sum, round) => sum + pointsIn(round, id), 0) }))
    .sort((a, b) => b.points - a.points)
  known.set(lesson, all)
  return all
}

function pointsIn({ definition, answers }: Round, student: string): number {
  const answer = answers.get(student)
  return (answer ? points(definition, answer.value) : blankPoints(definition)) ?? 0
}
