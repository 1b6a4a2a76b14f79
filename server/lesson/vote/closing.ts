/** How voting ends: at the deadline, after somebody's extra time, or by hand. Pure. */
import { currentRound, type Lesson, type LessonEvent } from '../lesson.ts'
import { runningQuiz, runningQuizOf } from '../quiz/running-quiz.ts'
import { lastDeadline } from './extra-time.ts'
import { GRACE, type VotingClock } from './voting-clock.ts'

/** When it ends by itself, ms since the epoch; undefined when it does not. */
export function endsAt(lesson: Lesson, clock: VotingClock): number | undefined {
  if (clock.phase === 'open') return clock.closesAt
  if (!clock.extra) return undefined
  const last = lastDeadline(lesson, clock)
  return last === undefined ? clock.closedAt : last + GRACE
}

/** How it closes by itself now, which may leave extra time to some; undefined while there is time for all. */
export function closeAtDeadline(lesson: Lesson, clock: VotingClock, now: number): { extra?: true } | undefined {
  const end = endsAt(lesson, clock)
  // More time may have been given just before the deadline, and voting may have been reopened.
  if (end === undefined || end > now) return undefined
  const last = clock.phase === 'open' ? lastDeadline(lesson, clock) : undefined
  return last !== undefined && last > now ? { extra: true } : {}
}

/** Closes a question for everybody, with the whole quiz that it belongs to; nothing where nobody can answer it. */
export function closing(lesson: Lesson, poll: string, now: number): LessonEvent[] {
  const round = currentRound(lesson, poll)
  if (round?.phase !== 'open' && !round?.extra) return []
  const quiz = runningQuizOf(lesson, poll)
  if (quiz) return [{ type: 'quizClosed', at: now, segment: quiz.segment }]
  return [{ type: 'closed', at: now, poll, round: roundNumber(lesson, poll) }]
}

/** Closes all that is open. */
export function closingAll(lesson: Lesson, now: number): LessonEvent[] {
  const quiz = runningQuiz(lesson)
  const alone = [...lesson.polls.keys()].filter(poll => !runningQuizOf(lesson, poll))
  return [
    ...(quiz ? [{ type: 'quizClosed' as const, at: now, segment: quiz.segment }] : []),
    ...alone.flatMap(poll => closing(lesson, poll, now)),
  ]
}

/** Discarded rounds keep their numbers; 0 before the first. */
export const roundNumber = (lesson: Lesson, poll: string): number => lesson.polls.get(poll)?.length ?? 0

/** The number of the round that opens next: the announced one, or another one after a round that was closed or thrown away. */
export function nextRound(lesson: Lesson, poll: string): number {
  const round = currentRound(lesson, poll)
  const isOver = round?.phase === 'closed' || round?.discarded
  return isOver ? roundNumber(lesson, poll) + 1 : Math.max(1, roundNumber(lesson, poll))
}
