/** Who waits for help, without those who were removed. Pure. */
import type { Lesson } from '../lesson.ts'
import { presentStudents } from '../people/present-students.ts'
import type { Help, Workshop } from './workshop-events.ts'

export interface Queued extends Help {
  student: string
  /** From 1. */
  place: number
}

const known = new WeakMap<Workshop['help'], { students: Lesson['students']; queue: ReadonlyMap<string, Queued> }>()

/** Nobody comes any more. */
const ended: ReadonlyMap<string, Queued> = new Map()

/** Student → the call; the longest waiting first. Empty once the class is over. */
export function helpQueue({
  workshop: { help },
  students,
  endedAt,
}: Pick<Lesson, 'workshop' | 'students' | 'endedAt'>): ReadonlyMap<string, Queued> {
  if (endedAt !== undefined) return ended
  const before = known.get(help)
  if (before?.students === students) return before.queue
  const present = presentStudents(students)
  const queue = new Map<string, Queued>()
  for (const [student, call] of help) {
    if (present.has(student)) queue.set(student, { ...call, student, place: queue.size + 1 })
  }
  known.set(help, { students, queue })
  return queue
}
