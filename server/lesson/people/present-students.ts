/** Who counts: the students who joined and were not removed. Pure. */
import type { Lesson } from '../lesson.ts'

type Students = Lesson['students']

/** Students are never changed, and asked for by several slices. */
const known = new WeakMap<Students, ReadonlySet<string>>()

export function presentStudents(students: Students): ReadonlySet<string> {
  const before = known.get(students)
  if (before) return before
  const present = new Set<string>()
  for (const [id, { removed }] of students) if (!removed) present.add(id)
  known.set(students, present)
  return present
}
