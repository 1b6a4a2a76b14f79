/** How the quiz changes, with all its rounds under one clock. Pure. */
import { Map as PersistentMap } from 'immutable'
import type { Lesson, LessonEvent } from '../lesson.ts'
import { withExtraTime } from '../people/students.ts'
import { closedClock, reopenedClock, retimed, startedClock, type VotingClock } from '../vote/voting-clock.ts'
import type { Quiz, QuizEvent } from './quiz-events.ts'
import { withRounds } from './running-quiz.ts'

export function evolveQuiz(lesson: Lesson, event: QuizEvent & Pick<LessonEvent, 'at'>): Lesson {
  const { at } = event
  switch (event.type) {
    case 'quizStarted': {
      const { segment, polls } = event
      const clock = startedClock(at, event.closesAt)
      const before = lesson.quizzes.get(segment)
      const quiz: Quiz = {
        polls,
        phase: 'open',
        openedAt: at,
        ...clock,
        finished: PersistentMap(),
        ...(before && { before }),
      }
      // Those that were open already get the clock of all.
      const rounds = withRounds(lesson, quiz, round => ({ ...reopenedClock(round), ...clock }))
      return { ...lesson, polls: rounds, quizzes: lesson.quizzes.set(segment, quiz) }
    }
    case 'quizTimed':
      return withQuiz(lesson, event.segment, clock => retimed(clock, event))
    case 'quizClosed':
      return withQuiz(lesson, event.segment, clock => closedClock(clock, at, event.extra))
    case 'finished': {
      const quiz = lesson.quizzes.get(event.segment)
      if (!quiz) return lesson
      const { finished } = quiz
      const then = event.on ? finished.set(event.student, at) : finished.remove(event.student)
      return { ...lesson, quizzes: lesson.quizzes.set(event.segment, { ...quiz, finished: then }) }
    }
    case 'extraTimeGiven':
      return withExtraTime(lesson, event.student, event.factor)
    default:
      return event satisfies never
  }
}

/** The quiz and its rounds have one clock. */
function withQuiz(lesson: Lesson, segment: string, change: <C extends VotingClock>(clock: C) => C): Lesson {
  const quiz = lesson.quizzes.get(segment)
  if (!quiz) return lesson
  return {
    ...lesson,
    polls: withRounds(lesson, quiz, change),
    quizzes: lesson.quizzes.set(segment, change(quiz)),
  }
}
