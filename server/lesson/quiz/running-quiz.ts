/** Which quiz is on. Pure. */
import type { Lesson, Round } from '../lesson.ts'
import type { Quiz } from './quiz-events.ts'

export interface RunningQuiz {
  segment: string
  quiz: Quiz
}

/** The one that is open, or in which somebody's extra time runs; there is one at a time. */
export function runningQuiz({ quizzes }: Pick<Lesson, 'quizzes'>): RunningQuiz | undefined {
  for (const [segment, quiz] of quizzes) if (quiz.phase === 'open' || quiz.extra) return { segment, quiz }
  return undefined
}

/** The same, if it asks this question. */
export function runningQuizOf(lesson: Pick<Lesson, 'quizzes'>, poll: string): RunningQuiz | undefined {
  const running = runningQuiz(lesson)
  return running?.quiz.polls.some(asked => asked.poll === poll) ? running : undefined
}

/** Changes those of the quiz's rounds that are on. */
export function withRounds(lesson: Lesson, { polls: asked }: Quiz, change: (round: Round) => Round): Lesson['polls'] {
  return lesson.polls.withMutations(polls => {
    for (const { poll, round: number } of asked) {
      const rounds = polls.get(poll)
      const round = rounds?.at(-1)
      if (rounds?.length !== number || !round || !(round.phase === 'open' || round.extra)) continue
      polls.set(poll, [...rounds.slice(0, -1), change(round)])
    }
  })
}
