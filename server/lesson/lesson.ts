/** A lesson's events, and the state that they fold to (evolve.ts). */
import { List, OrderedMap, Map as PersistentMap } from 'immutable'
import type { Aliases } from '../deck/deck.ts'
import type { Question } from '../deck/question-types.ts'
import type { Value } from '../wire/poll-view.ts'
import type { Inbox, InboxEvent, Pulses } from './inbox/inbox-events.ts'
import type { Moderated } from './kinds/text-groups.ts'
import type { NameIndex } from './people/name-index.ts'
import type { Quiz, QuizEvent } from './quiz/quiz-events.ts'
import type { SegmentEvent, SegmentState, SegmentVisit, Timer } from './segments/segment-events.ts'
import type { ModerationEvent } from './vote/moderation.ts'
import type { VotingClock } from './vote/voting-clock.ts'
import type { Workshop, WorkshopEvent } from './workshop/workshop-events.ts'

/** `at` is ms since the epoch, on the server's clock. */
export type LessonEvent = { at: number } /** `lang` is absent where the deck does not say it. */ & (
  | { type: 'started'; code: string; title: string; deck: string; lang?: string }
  /** `number` is the slide's place in the deck, from 1; older logs lack it, and its title. `label` is what people call it, where that differs. */
  | { type: 'moved'; h: number; v: number; f: number; slide: string; number?: number; label?: string; title?: string }
  | { type: 'blanked'; on: boolean }
  /** Voting opens at `opensAt`, after time to read. */
  | { type: 'announced'; poll: string; round: number; definition: Question; opensAt: number }
  | { type: 'opened'; poll: string; round: number; definition: Question; closesAt?: number }
  /** Another deadline; or, while the clock is stopped, the ms that will be left when it goes on. */
  | { type: 'timed'; poll: string; round: number; closesAt?: number; left?: number }
  /** With `extra`, for all but those whose extra time runs; the same without it ends that. */
  | { type: 'closed'; poll: string; round: number; extra?: true }
  /** The last close was a mistake: the same round goes on, with its answers and without a deadline. */
  | { type: 'reopened'; poll: string; round: number }
  | { type: 'resultsShown'; poll: string; shown: boolean }
  | { type: 'solutionShown'; poll: string; shown: boolean }
  | { type: 'reset'; poll: string; round: number }
  | { type: 'joined'; student: string }
  | { type: 'named'; student: string; name: string }
  | { type: 'answered'; poll: string; round: number; student: string; value: Value }
  | { type: 'locked'; on: boolean }
  | { type: 'edited'; aliases: Aliases }
  | { type: 'removed'; student: string }
  /** Removed together; with `gone`, those who have answered nothing are forgotten. */
  | { type: 'swept'; students: string[]; gone: boolean }
  | { type: 'readmitted'; student: string }
  | ({ poll: string } & ModerationEvent)
  | { type: 'nameHidden'; student: string; hidden: boolean }
  | { type: 'rankingShown'; shown: boolean }
  | { type: 'joinCodeShown'; shown: boolean }
  | { type: 'ended' }
  | SegmentEvent
  | QuizEvent
  | WorkshopEvent
  | InboxEvent
)

export interface Lesson {
  code: string
  title: string
  /** Path of the deck. */
  deck: string
  /** BCP 47, as the deck said when the lesson began; absent when it did not. */
  lang?: string
  startedAt: number
  endedAt?: number
  /** `at` is when the class went there. */
  position: { h: number; v: number; f: number; slide: string; at: number }
  blank: boolean
  locked: boolean
  ranking: boolean
  joinCode: boolean
  /** Slide id → furthest step that students have seen. Going back does not un-show. */
  shown: PersistentMap<string, number>
  /** Where the class was, slide by slide in order of time; after `MAX_TRAIL` only slides that it had not been to. */
  trail: List<{ at: number; h: number; v: number; slide: string; number?: number; label?: string; title?: string }>
  /** Poll id → its rounds, the current one last; absent until it is first opened. Discarded rounds keep their numbers. */
  polls: PersistentMap<string, Round[]>
  /** Student id → student. */
  students: PersistentMap<string, Student>
  /** Of the students who were not removed. */
  names: NameIndex
  /** The ids by which the lesson knows what has been edited since it began. */
  aliases: Aliases
  /** Id of its first slide → the segment; absent until the class comes to it. */
  segments: PersistentMap<string, SegmentState>
  visits: List<SegmentVisit>
  timer?: Timer
  /** Segment → its quiz, of those that were started. */
  quizzes: PersistentMap<string, Quiz>
  workshop: Workshop
  inbox: Inbox
  pulses: Pulses
}

export interface Round extends VotingClock {
  /** The question as it stood in the deck when the round was opened. */
  definition: Question
  openedAt: number
  /** When voting opens by itself; set while the question is read. */
  opensAt?: number
  results: boolean
  solution: boolean
  /** What the presenter has done to the texts that were given; the same in all rounds of a poll. */
  moderated: Moderated
  /** Its answers were thrown away; the next opening is another round. */
  discarded?: true
  /** Student id → the last answer given. */
  answers: PersistentMap<string, Answer>
}

export interface Student {
  joinedAt: number
  name?: string
  /** The ranking keeps the place without the name. */
  nameHidden?: true
  removed: boolean
  /** Extra time: how many times as long the student has, above 1. */
  factor?: number
  /** While removed: answers that count nowhere, until the student is let back in. */
  setAside?: SetAside[]
}

export interface SetAside {
  poll: string
  round: number
  answer: Answer
}

export interface Answer {
  value: Value
  at: number
}

/** A lesson before its first event. */
export const emptyLesson: Lesson = {
  code: '',
  title: '',
  deck: '',
  startedAt: 0,
  position: { h: 0, v: 0, f: -1, slide: '', at: 0 },
  blank: false,
  locked: false,
  ranking: false,
  joinCode: false,
  shown: PersistentMap(),
  trail: List(),
  polls: PersistentMap(),
  students: PersistentMap(),
  names: PersistentMap(),
  aliases: { slides: {}, polls: {} },
  segments: PersistentMap(),
  visits: List(),
  quizzes: PersistentMap(),
  workshop: {
    tasks: PersistentMap(),
    marks: PersistentMap(),
    hints: PersistentMap(),
    help: OrderedMap(),
    helped: List(),
  },
  inbox: { messages: OrderedMap(), own: PersistentMap() },
  pulses: { current: PersistentMap(), lost: PersistentMap(), all: List() },
}

/** The current round of a poll; undefined before it is first opened. */
export const currentRound = (lesson: Lesson, poll: string): Round | undefined => lesson.polls.get(poll)?.at(-1)

/** The rounds of a poll that count, with their numbers. */
export const keptRounds = (rounds: readonly Round[]): { number: number; round: Round }[] =>
  rounds.flatMap((round, index) => (round.discarded ? [] : [{ number: index + 1, round }]))
