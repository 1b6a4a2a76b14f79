/** Who has the most points. Only what the class has seen the solution of counts. Pure. */
import type { Rank } from '../../wire/messages.ts'
import type { Lesson, Round } from '../lesson.ts'
import { pointsIn } from '../vote/score.ts'

interface Standing extends Omit<Rank, 'name'> {
  student: string
  name: string | undefined
}

/** The first `count` places that have a name and points, for the presenter; several may share a place. */
export function standings(lesson: Lesson, count: number): (Rank & { student: string })[] {
  return all(lesson)
    .slice(0, count)
    .flatMap(({ name, ...standing }) => (name !== undefined && standing.points > 0 ? [{ name, ...standing }] : []))
}

/** The same as everybody may see it. */
export const ranking = (lesson: Lesson, count: number): Rank[] =>
  standings(lesson, count).map(({ name, points, hidden }) => (hidden ? { name: '', points, hidden } : { name, points }))

/** A student's own place, from 1; students with the same points share it. Undefined for who has answered nothing. */
export function rankOf(lesson: Lesson, student: string): { place: number; of: number; points: number } | undefined {
  const standings = all(lesson)
  const own = standings.find(standing => standing.student === student)
  if (!own) return undefined
  return {
    place: 1 + standings.filter(({ points }) => points > own.points).length,
    of: standings.length,
    points: own.points,
  }
}

/** By the students, which answers to an open question leave as they were; then by the rounds that count. */
const known = new WeakMap<Lesson['students'], { solved: Round[]; standings: Standing[] }>()

function all({ polls, students }: Lesson): Standing[] {
  const solved = [...polls.values()].flatMap(rounds => rounds.filter(({ solution }) => solution).slice(-1))
  const before = known.get(students)
  if (before?.solved.length === solved.length && before.solved.every((round, index) => round === solved[index]))
    return before.standings
  // Who has answered nothing is not in the race.
  const standings = [...students]
    .filter(([id, { removed }]) => !removed && solved.some(({ answers }) => answers.has(id)))
    .map(([student, { name, nameHidden, joinedAt }]) => ({
      student,
      name,
      points: total(solved, student, joinedAt),
      ...(nameHidden && { hidden: nameHidden }),
    }))
    .sort((a, b) => b.points - a.points)
  known.set(students, { solved, standings })
  return standings
}

const total = (rounds: Round[], id: string, joinedAt: number): number =>
  rounds.reduce((sum, round) => sum + (pointsIn(round, id, joinedAt) ?? 0), 0)
