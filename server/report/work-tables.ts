/** What tables of a report say of quizzes, workshops and messages. */
import type { Report } from '../wire/report-view.ts'
import type { Cell } from './csv-cell.ts'
import type { Dialect } from './dialect.ts'

type Student = Report['students'][number]

const MINUTE = 60_000

/** Of each student: after how many minutes a quiz was done, and how many tasks of a workshop. */
export function workColumns({ quizzes = [], workshops = [] }: Report, { words }: Dialect) {
  return [
    ...quizzes.map(({ segment, title, openedAt }) => ({
      header: `${title || words.quiz}: ${words.finished}`,
      of({ finished = [] }: Student): Cell {
        const at = finished.find(quiz => quiz.segment === segment)?.at
        return at === undefined ? undefined : minutes(at - openedAt)
      },
    })),
    ...workshops.map(({ title, tasks }) => {
      const ids = new Set(tasks.map(({ id }) => id))
      return {
        header: `${title || words.workshop}: ${words.tasksDone}`,
        of: ({ tasks = [] }: Student): Cell =>
          tasks.filter(({ task, state }) => state === 'done' && ids.has(task)).length,
      }
    }),
  ]
}

/** A row a task. */
export function tasksTable({ workshops = [], help = [] }: Report, { tasks: headers, words }: Dialect): Cell[][] {
  const rows = workshops.flatMap(({ title, tasks }) =>
    tasks.map(({ id, text, done, median, stuck, still, hints }): Cell[] => [
      title || words.workshop,
      text,
      done.length,
      median === undefined ? undefined : minutes(median),
      stuck,
      still,
      hints,
      help.filter(({ task }) => task === id).length,
    ]),
  )
  return [headers, ...rows]
}

/** A row a message, with the minutes from the beginning of the lesson. */
export function messagesTable({ lesson, messages = [] }: Report, { messages: headers, states }: Dialect): Cell[][] {
  const rows = messages.map(({ at, text, name, votes, state }): Cell[] => [
    minutes(at - lesson.startedAt),
    text,
    name,
    votes,
    states[state],
  ])
  return [headers, ...rows]
}

const minutes = (ms: number) => Math.round((10 * ms) / MINUTE) / 10
