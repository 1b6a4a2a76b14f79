/** Who has extra time, and whether it runs. Pure. */
import type { Lesson } from '../lesson.ts'
import { extraTime, GRACE, type VotingClock } from './voting-clock.ts'

/** Student → factor. */
type Factors = ReadonlyMap<string, number>

const known = new WeakMap<Lesson['students'], Factors>()

/** Of the students who have one and were not removed. */
export function factorsOf({ students }: Pick<Lesson, 'students'>): Factors {
  const before = known.get(students)
  if (before) return before
  const factors = new Map<string, number>()
  for (const [id, { factor, removed }] of students) if (factor !== undefined && !removed) factors.set(id, factor)
  known.set(students, factors)
  return factors
}

/** How many times as long a student has; 1 for as long as all. */
export const factorOf = ({ students }: Pick<Lesson, 'students'>, student: string): number =>
  students.get(student)?.factor ?? 1

/** When the last of them has to end, ms since the epoch; undefined where nobody has longer than the class. */
export function lastDeadline(lesson: Pick<Lesson, 'students'>, clock: VotingClock): number | undefined {
  const { closesAt, allotted } = clock
  const factor = Math.max(1, ...factorsOf(lesson).values())
  return closesAt === undefined || !allotted || factor === 1 ? undefined : closesAt + extraTime(clock, factor)
}

interface Writers {
  students: number
  /** Ms since the epoch. */
  until: number
}

/**
 * How many students write on after the class, and until when; undefined when none does.
 * @param finished those who said that they are done
 * @param now leaves out those whose own time is over
 */
export function stillWriting(
  lesson: Pick<Lesson, 'students'>,
  clock: VotingClock,
  finished?: { has(student: string): boolean },
  now = 0,
): Writers | undefined {
  const { closesAt, extra } = clock
  if (!extra || closesAt === undefined) return undefined
  const ends = [...factorsOf(lesson)]
    .filter(([id]) => !finished?.has(id))
    .map(([, factor]) => closesAt + extraTime(clock, factor))
    .filter(end => end + GRACE > now)
  return ends.length > 0 ? { students: ends.length, until: Math.max(...ends) } : undefined
}
