/** How the students of a lesson change, and their answers with them. Pure. */
import type { Lesson, Round, SetAside, Student } from '../lesson.ts'
import { reindexed } from './name-index.ts'

/** An empty name takes the name away. */
export function withName(lesson: Lesson, id: string, name: string): Lesson {
  const { name: _, ...student } = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return withStudent(lesson, id, name === '' ? student : { ...student, name })
}

export function withNameHidden(lesson: Lesson, id: string, hidden: boolean): Lesson {
  const { nameHidden: _, ...student } = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return withStudent(lesson, id, { ...student, ...(hidden && { nameHidden: true as const }) })
}

/** A factor of 1 takes it away. */
export function withExtraTime(lesson: Lesson, id: string, factor: number): Lesson {
  const { factor: _, ...student } = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return withStudent(lesson, id, factor === 1 ? student : { ...student, factor })
}

/** Takes the students' answers out of every count, and keeps them aside. With `forget`, students without an answer or extra time are dropped altogether. */
export function withoutStudents(lesson: Lesson, ids: readonly string[], forget = false): Lesson {
  const leaving = new Set(ids)
  const setAside = new Map<string, SetAside[]>()
  const withoutThem = (round: Round, poll: string, number: number): Round => {
    // The shorter of the two lists is gone through.
    const few = round.answers.size < leaving.size
    const found = few
      ? [...round.answers.keys()].filter(id => leaving.has(id))
      : ids.filter(id => round.answers.has(id))
    for (const id of found) {
      const answer = round.answers.get(id)
      if (answer) setAside.set(id, [...(setAside.get(id) ?? []), { poll, round: number, answer }])
    }
    return found.length > 0 ? { ...round, answers: round.answers.deleteAll(found) } : round
  }
  const polls = lesson.polls.map((rounds, poll) => rounds.map((round, index) => withoutThem(round, poll, index + 1)))
  let { names } = lesson
  const students = lesson.students.withMutations(students => {
    for (const id of leaving) {
      const before = students.get(id)
      const answers = setAside.get(id)
      const after = { ...(before ?? { joinedAt: 0 }), removed: true, ...(answers && { setAside: answers }) }
      names = reindexed(names, before, after)
      if (forget && !answers && before?.factor === undefined) students.delete(id)
      else students.set(id, after)
    }
  })
  return { ...lesson, polls, students, names }
}

/** Puts the answers back into the rounds that they were given in, except discarded ones. */
export function withStudentAgain(lesson: Lesson, id: string): Lesson {
  const { setAside = [], ...student } = lesson.students.get(id) ?? { joinedAt: 0 }
  const polls = lesson.polls.withMutations(polls => {
    for (const { poll, round, answer } of setAside) {
      if (lesson.polls.get(poll)?.[round - 1]?.discarded) continue
      changeAnswers(polls, poll, round, answers => answers.set(id, answer))
    }
  })
  return withStudent({ ...lesson, polls }, id, { ...student, removed: false })
}

function changeAnswers(
  polls: Lesson['polls'],
  poll: string,
  number: number,
  change: (answers: Round['answers']) => Round['answers'],
): void {
  polls.update(poll, [], rounds =>
    rounds.map((round, index) => (index === number - 1 ? { ...round, answers: change(round.answers) } : round)),
  )
}

/** Every change of a student goes through here, so that the index of names follows. */
export function withStudent(lesson: Lesson, id: string, student: Student): Lesson {
  const names = reindexed(lesson.names, lesson.students.get(id), student)
  return { ...lesson, names, students: lesson.students.set(id, student) }
}
