/** What came of a lesson, and which lessons are kept. */
import type { Moderation, Results, Solution, Value } from './poll-view.ts'

export interface Report {
  lesson: { code: string; title: string; startedAt: number; endedAt?: number }
  /** Where the class was, slide by slide, in order of time: an entry each time it went to another slide than it was on. `number` is its place in the deck, from 1; people call it `label` where that is given. */
  timeline: { at: number; h: number; v: number; number?: number; label?: string; title?: string }[]
  /** Each time that the class came to one of its parts, in order of time; absent where it has none. */
  segments?: ReportVisit[]
  /** Those that were started, in order of time; absent when there are none. */
  quizzes?: ReportQuiz[]
  /** Those that the class came to; absent when there are none. */
  workshops?: ReportWorkshop[]
  /** Calls for help, in order of time; absent when there are none. */
  help?: ReportCall[]
  /** In order of time; absent when there are none. */
  messages?: ReportMessage[]
  /** How it went by slides, in the deck's order, of those where somebody said so; absent when nobody did. */
  pulses?: ReportPulse[]
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
    /** Of the last round, see `server/report/item-analysis.ts`: mean share of the points, 0 to 1; absent for a survey and without answers. */
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
    /** When the student was done with a quiz, of those that are still said to be done. */
    finished?: { segment: string; at: number }[]
    /** The last mark of each task that has one. */
    tasks?: { task: string; state: 'done' | 'stuck'; at: number }[]
  }[]
}

/** A visit to a part of the class; plan and title as they were then. */
export interface ReportVisit {
  segment: string
  kind: 'talk' | 'quiz' | 'workshop' | 'break'
  title: string
  /** Planned for all visits together. */
  seconds?: number
  at: number
  /** When the class left it, or ended. */
  until?: number
}

/** Questions that were open together; who finished when is with the students. */
export interface ReportQuiz {
  segment: string
  title: string
  polls: string[]
  openedAt: number
  closedAt?: number
  /** Given in all, without stops and extra time; absent without a deadline. */
  seconds?: number
}

export interface ReportWorkshop {
  segment: string
  title: string
  /** When the class first came to it. */
  enteredAt: number
  tasks: ReportTask[]
}

export interface ReportTask {
  id: string
  text: string
  /** When each student who has done it marked it, ascending. */
  done: number[]
  /** Median of the ms from a student's task before to this one, see docs/report.md; absent when nobody has done it. */
  median?: number
  /** How many students were ever stuck on it, and how many still are. */
  stuck: number
  still: number
  /** How many of its hints were given. */
  hints: number
}

export interface ReportCall {
  /** The alias. */
  student: string
  task?: string
  seat?: string
  since: number
  /** When somebody set out. */
  comingAt?: number
  endedAt?: number
  /** Who ended it. */
  by?: 'student' | 'presenter'
}

export interface ReportMessage {
  id: string
  text: string
  /** Of who signed it. */
  name?: string
  at: number
  votes: number
  state: 'waiting' | 'open' | 'shown' | 'answered' | 'hidden'
}

/** How many students said so of a slide, each counted once for each feeling. */
export interface ReportPulse {
  slide: string
  /** As in the time line. */
  number?: number
  label?: string
  title?: string
  lost: number
  fast: number
  clear: number
  /** How many were lost at each of its steps, -1 for none shown; those without are left out. */
  steps: { f: number; lost: number }[]
}

/** A student in the list of people, which is the report's in short. */
export interface ListedStudent {
  id: string
  name?: string
  /** Sent away by the presenter. */
  removed?: true
  /** In rounds that count. */
  answers: number
  /** Extra time: how many times as long, above 1. */
  factor?: number
  /** The quiz that is on or is that of the current segment, once started; absent where the deck asks for no names. */
  quiz?: {
    /** The student says so. */
    finished?: true
    /**
     * Question by question in the quiz's order: `none` without an answer, `given` with one; once nobody writes any more, with
     * a right answer to compare it with, `right` or `wrong`.
     */
    answers: ('none' | 'given' | 'right' | 'wrong')[]
  }
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
