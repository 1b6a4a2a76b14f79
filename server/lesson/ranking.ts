/** Who has the most points. Only what the class has seen the solution of counts. Pure. */
import type { Lesson, Round } from './lesson.ts'
import { pointsIn } from './score.ts'

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

/** A student's own place, from 1; students with the same points share it. Undefined for who has answered nothing. */
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
  // Who has answered nothing is not in the race.
  const all = [...lesson.students]
    .filter(([id, { removed }]) => !removed && solved.some(({ answers }) => answers.has(id)))
    .map(([id, { name, joinedAt }]) => ({ id, name, points: total(solved, id, joinedAt) }))
    .sort((a, b) => b.points - a.points)
  known.set(lesson, all)
  return all
}

const total = (rounds: Round[], id: string, joinedAt: number): number =>
  rounds.reduce((sum, round) => sum + (pointsIn(round, id, joinedAt) ?? 0), 0)
