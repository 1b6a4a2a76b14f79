/** Quizzes, and when students were done with them. Pure. */
import type { Lesson } from '../lesson/lesson.ts'
import type { Report, ReportQuiz } from '../wire/report-view.ts'
import { titleOf } from './course.ts'

/** In order of their start. */
export function quizzesOf(lesson: Lesson): ReportQuiz[] {
  return [...lesson.quizzes]
    .map(
      ([segment, { polls, openedAt, closedAt, allotted }]): ReportQuiz => ({
        segment,
        title: titleOf(lesson, segment),
        polls: polls.map(({ poll }) => poll),
        openedAt,
        ...(closedAt !== undefined && { closedAt }),
        ...(allotted !== undefined && { seconds: Math.round(allotted / 1_000) }),
      }),
    )
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.segment < b.segment ? -1 : 1))
}

/** Poll → its place in its quiz, from 0: all of them were opened at the same moment. */
export const quizPlaces = ({ quizzes }: Lesson): ReadonlyMap<string, number> =>
  new Map([...quizzes.values()].flatMap(({ polls }) => polls.map(({ poll }, place) => [poll, place] as const)))

type Finished = NonNullable<Report['students'][number]['finished']>

export function finishedBy({ quizzes }: Lesson, student: string): Finished {
  const finished = [...quizzes].flatMap(([segment, { finished }]) => {
    const at = finished.get(student)
    return at === undefined ? [] : [{ segment, at }]
  })
  return finished.toSorted((a, b) => a.at - b.at)
}
