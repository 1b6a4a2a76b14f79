/** A lesson's events and the state they fold to. Nothing but `evolve` makes a state. */
import { Map } from 'immutable'
import type { Question } from '../deck/deck.ts'

/** `at` is ms since the epoch, on the server's clock. */
export type LessonEvent = { at: number } & (
  | { type: 'started'; code: string; title: string; deck: string }
  | { type: 'moved'; h: number; v: number; f: number; slide: string }
  | { type: 'blanked'; on: boolean }
  | { type: 'opened'; poll: string; round: number; definition: Question; closesAt?: number }
  | { type: 'closed'; poll: string; round: number }
  | { type: 'resultsShown'; poll: string; shown: boolean }
  | { type: 'solutionShown'; poll: string; shown: boolean }
  | { type: 'reset'; poll: string; round: number }
  | { type: 'joined'; student: string }
  | { type: 'named'; student: string; name: string }
  | { type: 'answered'; poll: string; round: number; student: string; value: number[] }
  | { type: 'locked'; on: boolean }
  | { type: 'removed'; student: string }
  | { type: 'ended' }
)

export interface Lesson {
  code: string
  title: string
  /** Path of the deck. */
  deck: string
  startedAt: number
  endedAt?: number
  position: { h: number; v: number; f: number; slide: string }
  blank: boolean
  locked: boolean
  /** Slide id → furthest step that students have seen. Going back does not un-show. */
  shown: Map<string, number>
  /** Poll id → its rounds; absent until it is first opened. */
  polls: Map<string, Poll>
  /** Student id → student. */
  students: Map<string, Student>
}

export interface Poll {
  /** As it stood in the deck when the round was opened. */
  definition: Question
  /** The last one is the current one. */
  rounds: Round[]
}

export interface Round {
  phase: 'ready' | 'open' | 'closed'
  openedAt: number
  closesAt?: number
  closedAt?: number
  results: boolean
  solution: boolean
  /** Student id → the last answer given. */
  answers: Map<string, { value: number[]; at: number }>
}

export interface Student {
  joinedAt: number
  name?: string
  removed: boolean
}

/** A lesson before its first event. */
export const nothing: Lesson = {
  code: '',
  title: '',
  deck: '',
  startedAt: 0,
  position: { h: 0, v: 0, f: -1, slide: '' },
  blank: false,
  locked: false,
  shown: Map(),
  polls: Map(),
  students: Map(),
}

export function evolve(lesson: Lesson, event: LessonEvent): Lesson {
  switch (event.type) {
    case 'started':
      return { ...lesson, code: event.code, title: event.title, deck: event.deck, startedAt: event.at }
    case 'moved': {
      const { h, v, f, slide } = event
      const shown = lesson.shown.update(slide, -1, step => Math.max(step, f))
      return { ...lesson, position: { h, v, f, slide }, shown }
    }
    case 'blanked':
      return { ...lesson, blank: event.on }
    case 'opened': {
      const round: Round = {
        phase: 'open',
        openedAt: event.at,
        ...(event.closesAt !== undefined && { closesAt: event.closesAt }),
        results: false,
        solution: false,
        answers: Map(),
      }
      const earlier = lesson.polls.get(event.poll)?.rounds.slice(0, event.round - 1) ?? []
      return {
        ...lesson,
        polls: lesson.polls.set(event.poll, { definition: event.definition, rounds: [...earlier, round] }),
      }
    }
    case 'closed':
      return withRound(lesson, event.poll, round => ({ ...round, phase: 'closed', closedAt: event.at }))
    case 'resultsShown':
      return withRound(lesson, event.poll, round => ({ ...round, results: event.shown }))
    case 'solutionShown':
      return withRound(lesson, event.poll, round => ({ ...round, solution: event.shown }))
    case 'reset':
      return withRound(lesson, event.poll, ({ openedAt }) => ({
        phase: 'ready',
        openedAt,
        results: false,
        solution: false,
        answers: Map(),
      }))
    case 'answered':
      return withRound(lesson, event.poll, round => ({
        ...round,
        answers: round.answers.set(event.student, { value: event.value, at: event.at }),
      }))
    case 'joined':
      return withStudent(lesson, event.student, { joinedAt: event.at, removed: false })
    case 'named':
      return withStudent(lesson, event.student, { name: event.name })
    case 'removed':
      return withStudent(lesson, event.student, { removed: true })
    case 'locked':
      return { ...lesson, locked: event.on }
    case 'ended':
      return { ...lesson, endedAt: event.at }
    default:
      return event satisfies never
  }
}

export const fold = (events: Iterable<LessonEvent>, from = nothing): Lesson => {
  let lesson = from
  for (const event of events) lesson = evolve(lesson, event)
  return lesson
}

/** The current round of a poll that was opened at least once. */
export const currentRound = (poll: Poll | undefined): Round | undefined => poll?.rounds.at(-1)

function withRound(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const poll = lesson.polls.get(id)
  const round = currentRound(poll)
  if (!poll || !round) return lesson
  return { ...lesson, polls: lesson.polls.set(id, { ...poll, rounds: [...poll.rounds.slice(0, -1), change(round)] }) }
}

function withStudent(lesson: Lesson, id: string, change: Partial<Student>): Lesson {
  const student = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return { ...lesson, students: lesson.students.set(id, { ...student, ...change }) }
}
