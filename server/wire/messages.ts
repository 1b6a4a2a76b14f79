/** The shapes of everything that crosses the wire. Views and bodies are types here; commands are schemas next door. */
import type { Reason } from './protocol.ts'

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
  /** Presenter: the part of the class that the current slide is in; null before the first of them. */
  segment?: SegmentView | null
  /** Presenter: joins that look like a script's; null while there are none. */
  crowd?: CrowdView | null
  poll?: PollView | null
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

export interface SegmentView {
  kind: 'talk' | 'quiz' | 'workshop' | 'break'
  /** What is planned for it; absent when the deck does not say. */
  seconds?: number
  /** When one of its slides was first gone to, ms since the epoch. */
  enteredAt: number
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
}

/** An answer: indexes of choices, in the order they are sent, for `choice` and `order`; a number; a text. */
export type Value = number[] | number | string

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
  /** Presenter and screen: whether the way in is shown large. */
  joinCode?: boolean
  /** Presenter and screen: newcomers are not let in. */
  locked?: boolean
  /** Presenter only: false while the log cannot be written. */
  saving?: boolean
  /** Presenter only: when the class left its first slide, ms since the epoch; absent before. */
  startedAt?: number
  /** Presenter only: open questions that the deck's file does not have any more. */
  orphans?: string[]
  /** Presenter only: what is wrong in the deck's file as it was last saved. */
  mistakes?: { line: number; message: string; level: 'error' | 'warning' }[]
}

export interface PollView {
  id: string
  h: number
  v: number
  kind: 'choice' | 'number' | 'text' | 'words' | 'scale' | 'order'
  /** Several choices may be picked. */
  multiple: boolean
  /** HTML. */
  prompt: string
  /** Of `choice` and `order`: what an answer's indexes mean; pages show them by `key`. */
  choices: { key: string; html: string; none?: boolean }[]
  /** Of `scale`. */
  scale?: { min: number; max: number; labels: string[] }
  /** No right answer. */
  survey: boolean
  points: number
  /** How points are given; all or nothing when absent. */
  scoring?: Scoring
  round: number
  /** What people call the round, where that is not its number: rounds thrown away are not counted. */
  nth?: number
  phase: 'ready' | 'open' | 'closed'
  /** When voting opens by itself, after time to read; until then `ready`. */
  opensAt?: number
  openedAt?: number
  closesAt?: number
  /** Ms that are left, while the clock of the open poll is stopped. */
  left?: number
  /** Students who have answered this round; for students only with the results. */
  answered?: number
  /** For students and screen once shown (or live); for the presenter always. */
  results?: Results
  /** With the results of a later round: those of the round before, and who moved. */
  before?: Before
  /** For students and screen once shown; for the presenter always. */
  solution?: Solution
  /** Presenter: what was done to the texts that the results show; absent when nothing was. */
  moderation?: Moderation
  /** Presenter and screen, which may drive: what has been shown. */
  shown?: { results: boolean; solution: boolean }
}

export interface Results {
  /** Students who have answered. */
  total: number
  /** Per choice, by index; per step of a scale, from the least. Empty for other kinds. */
  counts: number[]
  /** Of numbers and scales with an answer. */
  mean?: number
  median?: number
  /** Of `number`: ascending; many different ones come in classes, by their middle. */
  values?: { value: number; count: number }[]
  /** Of `text` and `words`: most frequent first. */
  texts?: { text: string; count: number }[]
  /** Texts beyond those. */
  others?: number
  /** Texts that the presenter has hidden, as often as they were given. */
  hidden?: number
  /** Of `order`: `places[index][place]` students put that choice there. */
  places?: number[][]
}

/** What the presenter has done to texts, each with how many gave it in the round. */
export interface Moderation {
  hidden: { text: string; count: number }[]
  merged: { text: string; into: string; count: number }[]
}

export interface Before {
  results: Results
  /** Of choices with one answer: `moves[from][to]` students who answered both rounds. */
  moves?: number[][]
}

export interface Solution {
  /** Indexes of the right choices; of `order`, all in the right order. */
  correct: number[]
  /** Of `number`: those accepted. */
  values?: { value: number; tolerance: number }[]
  /** Of `text`: those accepted. */
  texts?: string[]
  /** Of `text`, beside results: those of the results' texts, of either round, that are right. */
  given?: string[]
  /** Of `order`: how many answers are right. */
  right?: number
  /** HTML. */
  explanation?: string
}

/** `bareme` has the letters of Auto Multiple Choice. */
export type Scoring =
  | { scheme: 'partial' }
  | { scheme: 'amc'; bareme: { b?: number; m?: number; e?: number; v?: number; p?: number } }

export interface SlideView {
  id: string
  /** What people call it, which is what the wall says: `4`, or `4.3` for the third of the fourth stack. */
  number: string
  /** Fragments of this slide; positions run from -1 to `steps - 1`. */
  steps: number
  attributes: Record<string, string>
  html: string
  /** Screen only: alone in its stack, and a stack all the same. */
  stacked?: true
  /** Presenter only, HTML. */
  notes?: string
  /** Id of the slide's question. */
  poll?: string
  /** Presenter only: the segment that begins with this slide. */
  segment?: Omit<SegmentView, 'enteredAt'>
}

/** Slides or steps that have just become visible, or were just edited. */
export interface SlidesMessage {
  version: string
  /** The version that was replaced by this one, slide by slide; whoever has another one fetches the deck. */
  from?: string
  slides: (SlideView & { h: number; v: number; step: number })[]
}

/** `GET /api/lessons/:code/deck`: null stands for a slide that the caller may not see yet. */
export interface DeckView {
  version: string
  title: string
  /** BCP 47 or ''. */
  lang: string
  /** Name of a reveal.js theme; its sheet is at `/themes/reveal/NAME.css`. */
  theme: string
  /** Name of a highlight.js theme; its sheet is at `/themes/highlight/NAME.css`. */
  highlightTheme: string
  /** reveal.js configuration from the front matter. */
  options: Record<string, unknown>
  /** There are formulas in it, which want the sheet at `/themes/katex/katex.css`. */
  maths?: true
  /** Addresses of the deck's own style sheets, in order; each changes with its content. */
  css: string[]
  /** How many slides count, where the wall says so beside their numbers. */
  total?: number
  slides: ((SlideView & { step: number }) | null)[][]
}

export interface Report {
  lesson: { code: string; title: string; startedAt: number; endedAt?: number }
  /** Where the class was, slide by slide, in order of time: an entry each time it went to another slide than it was on. `number` is its place in the deck, from 1; people call it `label` where that is given. */
  timeline: { at: number; h: number; v: number; number?: number; label?: string }[]
  polls: {
    id: string
    kind: string
    prompt: string
    /** In authored order, which is what an answer's indexes mean. */
    choices?: string[]
    /** The letters that the choices were shown under, in the same order. */
    keys?: string[]
    /** The same as the deck's HTML, where that says more than the text. */
    html?: { prompt?: string; choices?: string[] }
    scale?: { min: number; max: number; labels: string[] }
    /** What the best answer is worth; absent for a survey. */
    points?: number
    /** Of the last round, see `server/items.ts`: mean share of the points, 0 to 1; absent for a survey and without answers. */
    difficulty?: number
    /** How well it tells strong from weak students, −1 to 1; absent with fewer than 30 answers, or none that differ. */
    discrimination?: number
    rounds: {
      round: number
      openedAt: number
      closedAt?: number
      /** What was asked in this round, all of it, where the deck's file was edited before the last one. */
      kind?: string
      prompt?: string
      choices?: string[]
      keys?: string[]
      html?: { prompt?: string; choices?: string[] }
      scale?: { min: number; max: number; labels: string[] }
      answered: number
      results: Results
      /** What the presenter has hidden and merged of it; absent when nothing was. */
      moderation?: Moderation
      solution?: Omit<Solution, 'explanation'>
    }[]
  }[]
  students: {
    id: string
    name?: string
    /** Sent away by the presenter. */
    removed?: boolean
    /** In all, by the last round of each question. */
    points: number
    /** Out of 20, when there was anything to win. */
    mark?: number
    /** Questions without an answer that count all the same, by their scoring; absent when there are none. */
    unanswered?: { poll: string; round: number; points: number }[]
    answers: { poll: string; round: number; value: Value; at: number; right?: boolean; points?: number }[]
  }[]
}

/** `GET /api/lessons`, on the computer itself: a lesson that is kept there. */
export interface KeptLesson {
  code: string
  /** Absent, as the other facts, where they cannot be read. */
  title?: string
  startedAt?: number
  /** Of the last thing that happened in it. */
  lastAt?: number
  /** `paused`: neither ended nor on; starting its deck goes on with it. */
  status: 'live' | 'paused' | 'over' | 'damaged'
  /** Address of the presenter's page, with its key; of a lesson that is on. */
  present?: string
  /** Address of the report, with its key. */
  report?: string
}

export interface HttpError {
  reason: Reason
  message: string
}
