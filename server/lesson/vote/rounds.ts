/** How the rounds of a question change. Pure. */
import { Map as PersistentMap } from 'immutable'
import type { Question } from '../../deck/deck.ts'
import type { Lesson, LessonEvent, Round } from '../lesson.ts'

export type Answered = Extract<LessonEvent, { type: 'answered' }>

export function begin(
  lesson: Lesson,
  { poll, round: number, definition, at }: Extract<LessonEvent, { definition: Question }>,
  phase: Pick<Round, 'phase' | 'opensAt' | 'closesAt'>,
): Lesson {
  const rounds = lesson.polls.get(poll) ?? []
  const moderated = rounds.at(-1)?.moderated
  const round: Round = {
    definition,
    ...phase,
    openedAt: at,
    results: false,
    solution: false,
    ...(moderated && { moderated }),
    answers: PersistentMap(),
  }
  return { ...lesson, polls: lesson.polls.set(poll, [...rounds.slice(0, number - 1), round]) }
}

export function withRounds(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  return rounds ? { ...lesson, polls: lesson.polls.set(id, rounds.map(change)) } : lesson
}

export function withRound(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  const current = rounds?.at(-1)
  if (!rounds || !current) return lesson
  return { ...lesson, polls: lesson.polls.set(id, [...rounds.slice(0, -1), change(current)]) }
}

/** All are to the same poll. */
export function withAnswers(lesson: Lesson, run: Answered[]): Lesson {
  const [first] = run
  if (!first) return lesson
  return withRound(lesson, first.poll, round => ({
    ...round,
    answers: round.answers.withMutations(answers => {
      for (const { student, value, at } of run) answers.set(student, { value, at })
    }),
  }))
}
