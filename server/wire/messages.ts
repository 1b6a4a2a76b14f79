/** What a page is told of a lesson, slice by slice. */
import type { PollView, Value } from './poll-view.ts'
import type { Reason } from './protocol.ts'
import type { InboxView, PulseView, QuizView, SegmentView, TimerView, WorkshopView } from './segment-view.ts'

export type { Command, Handshake } from './commands.ts'

export interface Position {
  h: number
  v: number
  /** Steps shown: -1 none, 0 the first fragment, … */
  f: number
}

export interface Slices {
  you?: You
  lesson?: LessonView
  position?: Position & { blank: boolean }
  audience?: { connected: number; joined: number }
  /** Presenter. */
  health?: Health
  /** The part of the class that the current slide is in; null before the first of them. */
  segment?: SegmentView | null
  /** The one that is open, else that of the current segment; null where there is none. */
  quiz?: QuizView | null
  /** The questions of that quiz; students get them with its start. */
  polls?: PollView[]
  /** A countdown for all; null while none was started. */
  timer?: TimerView | null
  /** Presenter and screen: null outside of a workshop. */
  workshop?: WorkshopView | null
  /** Null where the deck has none. */
  inbox?: InboxView | null
  /** Presenter: null where the deck has none. */
  pulse?: PulseView | null
  /** Presenter: joins that look like a script's; null while there are none. */
  crowd?: CrowdView | null
  poll?: PollView | null
  /** Presenter: ids of the questions that have been asked, in rounds that count. */
  asked?: string[]
  /** Students: questions whose solution, or of a survey whose results, have been shown; for looking back. */
  solved?: PollView[]
  /** Screen and presenter, of a deck that has one: null while it is not shown. */
  ranking?: Rank[] | null
  /** Presenter, of a deck that has a ranking: the same, shown or not, with whose place it is. */
  standings?: (Rank & { student: string })[]
  /** Sent once, just before the server stops. */
  server?: { status: 'stopping' }
}

/** `now` is the server's clock in ms; `seq` the version of the lesson that the slices show. */
export type View = { seq: number; now: number } & Slices

/** How well the students' phones are reached; with the connected ones they make up all who have joined. */
export interface Health {
  /** Cut off for less than a minute: most come back by themselves. */
  reconnecting: number
  /** Cut off for longer. */
  gone: number
  /** 95th percentile of the time a connected phone takes to answer a ping, in ms; absent while none has. */
  delay?: number
  /** Many have been cut off at once, which is more likely the network's fault than theirs. */
  dropping: boolean
}

/** With `hidden` the name is '' for all but the presenter. */
export interface Rank {
  name: string
  points: number
  hidden?: true
}

/** Joins that look like a script's, until they are swept. */
export interface CrowdView {
  /** How many, from when to when, ms since the epoch. */
  joined: number
  since: number
  until: number
  /** They left as soon as they had come. */
  gone: boolean
}

export interface You {
  /** The student's alias; what a report shows. Not a credential. */
  id: string
  /** The student's credential; kept on the phone. */
  token: string
  name?: string
  answers: Record<string, OwnAnswer>
  /** Poll → points for no answer, of solved ones where that is not nothing; absent when there are none. */
  missed?: Record<string, number>
  /** One's own place, from 1, while the ranking is shown. */
  rank?: { place: number; of: number; points: number }
  /** Extra time: how many times as long one has, above 1. */
  factor?: number
  /** Poll, or segment of a quiz → one's own deadline, where it is another than the class's. */
  closesAt?: Record<string, number>
  /** Likewise, ms that are left while the clock is stopped. */
  left?: Record<string, number>
  /** Segments of the quizzes that one is done with. */
  finished?: string[]
  /** The quiz that one's extra time still runs in after the class has gone on from it, as the slice had it. */
  quiz?: QuizView
  /** Its questions. */
  polls?: PollView[]
  /** Tasks that are done, or that one is stuck on. */
  tasks?: Record<string, 'done' | 'stuck'>
  /** Task → HTML of the hints that one was given, in order. */
  hints?: Record<string, string[]>
  /** One's place in the queue for help, from 1. */
  help?: OwnHelp
  /** Ids of the messages that one wrote. */
  messages?: string[]
  /** Those of them that nobody else may read yet, or any more. */
  unread?: { id: string; text: string; at: number; state: 'waiting' | 'hidden' }[]
  /** Ids of the messages that one voted for. */
  upvoted?: string[]
  /** What one said last, and when. */
  pulse?: 'lost' | 'fast' | 'clear'
  pulsedAt?: number
  /** Slides and steps where one was lost, each once, in order of time. */
  lost?: { slide: string; f: number; at: number }[]
}

export interface OwnHelp {
  since: number
  place: number
  task?: string
  seat?: string
  coming?: true
  trying?: true
}

/** An answer: indexes of choices, in the order they are sent, for `choice` and `order`; a number; a text. */
export interface OwnAnswer {
  /** The question has been asked again since, and not been answered. */
  earlier?: true
  /** With `earlier`: the question is still the same, so that the answer may be kept as it is. */
  fits?: true
  round: number
  value: Value
  at: number
  /** Once the solution is shown, for a question with a right answer. */
  right?: boolean
  /** What it was worth, likewise. */
  points?: number
  /** HTML of the feedback on the student's own answer, once the solution is shown. */
  feedback?: string[]
}

export interface LessonView {
  code: string
  title: string
  status: 'live' | 'over'
  /** The URL that students open. */
  join: string
  /** BCP 47; '' lets each page follow its browser. */
  lang: string
  /** The class reads from right to left; absent where it does not. */
  dir?: 'rtl'
  /** Version of the deck: when it changes, the deck is fetched again. */
  version: string
  /** What students are asked for; `anonymous` unless the deck says otherwise. */
  identity: 'anonymous' | 'nickname' | 'name'
  /** Students: they may say how it goes. */
  pulse?: true
  /** Presenter and screen: whether the way in is shown large. */
  joinCode?: boolean
  /** Presenter and screen: newcomers are not let in. */
  locked?: boolean
  /** Presenter only: false while the log cannot be written. */
  saving?: boolean
  /** Presenter only: when the class left its first slide, ms since the epoch; absent before. */
  startedAt?: number
  /** Presenter only: each time that the class came to another segment, in order, ms since the epoch; absent before the first. */
  visits?: { segment: string; at: number }[]
  /** Presenter only: open questions that the deck's file does not have any more. */
  orphans?: string[]
  /** Presenter only: what is wrong in the deck's file as it was last saved. */
  mistakes?: { line: number; message: string; level: 'error' | 'warning' }[]
}

/** The body of every HTTP error. */
export interface HttpError {
  reason: Reason
  message: string
}
