/** Who has the most points, by the questions whose solution the class has seen. Pure. */
import type { Rank, You } from '../../wire/messages.ts'
import type { Lesson, Round } from '../lesson.ts'
import { pointsIn } from '../vote/answer-points.ts'

interface Standing extends Omit<Rank, 'name'> {
  student: string
  name: string | undefined
}

/** From 1; students with the same points share it. */
type OwnPlace = NonNullable<You['rank']>

export interface Race {
  /** The best first. */
  standings: Standing[]
  /** By student; who has answered nothing has none. */
  places: ReadonlyMap<string, OwnPlace>
}

/** The first `count` places that have a name and points, for the presenter; several may share a place. */
export const standings = ({ standings }: Race, count: number): (Rank & { student: string })[] =>
  standings
    .slice(0, count)
    .flatMap(({ name, ...standing }) => (name !== undefined && standing.points > 0 ? [{ name, ...standing }] : []))

/** The same as everybody may see it. */
export const ranking = (race: Race, count: number): Rank[] =>
  standings(race, count).map(({ name, points, hidden }) => (hidden ? { name: '', points, hidden } : { name, points }))

/** By the students, which answers to an open question leave as they were; then by the rounds that count. */
const known = new WeakMap<Lesson['students'], { solved: Round[]; race: Race }>()

/** Of all who have answered something; the same as before while nothing that counts has changed. */
export function raceOf({ polls, students }: Lesson): Race {
  const solved = [...polls.values()].flatMap(rounds => rounds.filter(({ solution }) => solution).slice(-1))
  const before = known.get(students)
  if (before?.solved.length === solved.length && before.solved.every((round, index) => round === solved[index]))
    return before.race
  const standings = [...students]
    .filter(([id, { removed }]) => !removed && solved.some(({ answers }) => answers.has(id)))
    .map(([student, { name, nameHidden, joinedAt }]) => ({
      student,
      name,
      points: total(solved, student, joinedAt),
      ...(nameHidden && { hidden: nameHidden }),
    }))
    .sort((a, b) => b.points - a.points)
  const race = { standings, places: placesIn(standings) }
  known.set(students, { solved, race })
  return race
}

function placesIn(standings: Standing[]): Race['places'] {
  const of = standings.length
  const places = new Map<string, OwnPlace>()
  let place = 1
  for (const [index, { student, points }] of standings.entries()) {
    if (points !== standings[index - 1]?.points) place = index + 1
    places.set(student, { place, of, points })
  }
  return places
}

const total = (rounds: Round[], id: string, joinedAt: number): number =>
  rounds.reduce((sum, round) => sum + (pointsIn(round, id, joinedAt) ?? 0), 0)
