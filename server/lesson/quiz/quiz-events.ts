/** What is remembered of a quiz: a segment's questions, open together. The answers are with the rounds of its polls. */
import type { Map as PersistentMap } from 'immutable'
import type { VotingClock } from '../vote/voting-clock.ts'

export type QuizEvent =
  /** The rounds are opened by events of their own, after this one. */
  | { type: 'quizStarted'; segment: string; polls: QuizPoll[]; closesAt?: number }
  /** As `timed`, for all its rounds. */
  | { type: 'quizTimed'; segment: string; closesAt?: number; left?: number }
  /** As `closed`, for all its rounds. */
  | { type: 'quizClosed'; segment: string; extra?: true }
  | { type: 'finished'; segment: string; student: string; on: boolean }
  /** How many times as long the student has; 1 for as long as all. */
  | { type: 'extraTimeGiven'; student: string; factor: number }

export interface QuizPoll {
  poll: string
  round: number
}

export interface Quiz extends VotingClock {
  /** In the deck's order. */
  polls: QuizPoll[]
  phase: 'open' | 'closed'
  openedAt: number
  /** Student → when they said that they are done, ms since the epoch. */
  finished: PersistentMap<string, number>
  /** As it went the time before, where it was started again. */
  before?: Quiz
}
