/** Who is in a class and how many questions each has answered, for the presenter's list of people. Pure. */
import { keptRounds, type Lesson, type SetAside, type Student } from '../lesson/lesson.ts'
import type { ListedStudent } from '../wire/report-view.ts'
import { byJoining } from './report.ts'

/** In the order of joining, including removed students. */
export function roster(lesson: Lesson): ListedStudent[] {
  const { polls } = lesson
  const counts = new Map<string, number>()
  const rounds = [...polls.values()].flatMap(keptRounds)
  for (const { round } of rounds) {
    for (const student of round.answers.keys()) counts.set(student, (counts.get(student) ?? 0) + 1)
  }
  const stillCounts = ({ poll, round }: SetAside) => polls.get(poll)?.[round - 1]?.discarded === undefined
  const answersOf = (id: string, { removed, setAside = [] }: Student) =>
    removed ? setAside.filter(stillCounts).length : (counts.get(id) ?? 0)
  return byJoining(lesson).map(([id, student]) => ({
    id,
    ...(student.name !== undefined && { name: student.name }),
    ...(student.removed && { removed: true as const }),
    answers: answersOf(id, student),
  }))
}
