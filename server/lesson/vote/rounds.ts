/** How the rounds of a question change. Pure. */
import { Map as PersistentMap } from 'immutable'
import type { Question } from '../../deck/question-types.ts'
import { untouched } from '../kinds/text-groups.ts'
import type { Lesson, LessonEvent, Round } from '../lesson.ts'

/** A round before its first answer. */
const unanswered: Pick<Round, 'results' | 'solution' | 'answers'> = {
  results: false,
  solution: false,
  answers: PersistentMap(),
}

export type Answered = Extract<LessonEvent, { type: 'answered' }>

export function beginRound(
  lesson: Lesson,
  { poll, round: number, definition, at }: Extract<LessonEvent, { definition: Question }>,
  clock: Pick<Round, 'phase' | 'opensAt' | 'closesAt' | 'allotted'>,
): Lesson {
  const rounds = lesson.polls.get(poll) ?? []
  const moderated = rounds.at(-1)?.moderated ?? untouched
  const round: Round = { ...unanswered, definition, ...clock, openedAt: at, moderated }
  return { ...lesson, polls: lesson.polls.set(poll, [...rounds.slice(0, number - 1), round]) }
}

/** Its answers are thrown away; what was done to texts holds for the rounds to come. */
export const discard = ({ definition, openedAt, moderated }: Round): Round => ({
  ...unanswered,
  definition,
  phase: 'ready',
  openedAt,
  moderated,
  discarded: true,
})

export function withEveryRound(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  return rounds ? { ...lesson, polls: lesson.polls.set(id, rounds.map(change)) } : lesson
}

export function withCurrentRound(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  const current = rounds?.at(-1)
  if (!rounds || !current) return lesson
  return { ...lesson, polls: lesson.polls.set(id, [...rounds.slice(0, -1), change(current)]) }
}

/** All are to the same poll. */
export function withAnswers(lesson: Lesson, run: Answered[]): Lesson {
  const [first] = run
  if (!first) return lesson
  return withCurrentRound(lesson, first.poll, round => ({
    ...round,
    answers: round.answers.withMutations(answers => {
      for (const { student, value, at } of run) answers.set(student, { value, at })
    }),
  }))
}
