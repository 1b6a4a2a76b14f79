/** What became of the tasks of workshops, and how long students waited for help; without those who were removed. Pure. */
import { median } from 'simple-statistics'
import type { Lesson } from '../lesson/lesson.ts'
import { presentStudents } from '../lesson/people/present-students.ts'
import type { Mark } from '../lesson/workshop/workshop-events.ts'
import type { Report, ReportCall, ReportTask, ReportWorkshop } from '../wire/report-view.ts'
import { titleOf } from './course.ts'

/** In order of the first time that the class came to them. */
export function workshopsOf(lesson: Lesson): ReportWorkshop[] {
  const { workshop, segments } = lesson
  return [...workshop.tasks]
    .filter(([, tasks]) => tasks.length > 0)
    .map(([segment, tasks]): ReportWorkshop => {
      const enteredAt = segments.get(segment)?.enteredAt ?? 0
      const times = timesOf(lesson, tasks, enteredAt)
      return {
        segment,
        title: titleOf(lesson, segment),
        enteredAt,
        tasks: tasks.map(({ id, text }) => taskOf(lesson, { id, text }, times.get(id) ?? [])),
      }
    })
    .toSorted((a, b) => a.enteredAt - b.enteredAt || (a.segment < b.segment ? -1 : 1))
}

type Tasks = readonly { id: string; text: string }[]

function taskOf(lesson: Lesson, { id, text }: Tasks[number], took: number[]): ReportTask {
  const marks = marksOf(lesson, id)
  const { stuck = 0, all = 0 } = lesson.workshop.hints.get(id) ?? {}
  const done = marks.flatMap(({ mark }) => (mark.state === 'done' ? mark.at : []))
  return {
    id,
    text,
    done: done.toSorted((a, b) => a - b),
    ...(took.length > 0 && { median: Math.round(median(took)) }),
    stuck: marks.filter(({ mark }) => mark.stuckAt !== undefined).length,
    still: marks.filter(({ mark }) => mark.state === 'stuck').length,
    hints: Math.max(stuck, all),
  }
}

/** Task → ms that each student took, from the one that the student had done before, or else from the beginning. */
function timesOf(lesson: Lesson, tasks: Tasks, enteredAt: number): Map<string, number[]> {
  const done = tasks.flatMap(({ id }) =>
    marksOf(lesson, id).flatMap(({ student, mark }) =>
      mark.state === 'done' ? [{ task: id, student, at: mark.at }] : [],
    ),
  )
  const times = new Map<string, number[]>()
  for (const [student, own] of Map.groupBy(done, ({ student }) => student)) {
    let before = Math.max(enteredAt, lesson.students.get(student)?.joinedAt ?? 0)
    for (const { task, at } of own.toSorted((a, b) => a.at - b.at)) {
      times.set(task, [...(times.get(task) ?? []), Math.max(0, at - before)])
      before = at
    }
  }
  return times
}

function marksOf({ workshop, students }: Lesson, task: string): { student: string; mark: Mark }[] {
  const present = presentStudents(students)
  return [...(workshop.marks.get(task) ?? [])].flatMap(([student, mark]) =>
    present.has(student) ? [{ student, mark }] : [],
  )
}

/** Those that ended and those that still wait. */
export function callsOf({ workshop, students }: Lesson): ReportCall[] {
  const present = presentStudents(students)
  const waiting = [...workshop.help].map(([student, { trying: _, ...call }]): ReportCall => ({ student, ...call }))
  const ended = workshop.helped.toArray().map(({ trying: _, ...call }): ReportCall => call)
  return [...ended, ...waiting].filter(({ student }) => present.has(student)).toSorted((a, b) => a.since - b.since)
}

type Tasked = NonNullable<Report['students'][number]['tasks']>

/** In the order of the workshop. */
export function tasksBy({ workshop }: Lesson, student: string): Tasked {
  return [...workshop.tasks.values()].flat().flatMap(({ id }): Tasked => {
    const mark = workshop.marks.get(id)?.get(student)
    return mark && mark.state !== 'open' ? [{ task: id, state: mark.state, at: mark.at }] : []
  })
}
