/** What came of a lesson, and which lessons are kept. */
import type { Moderation, Results, Solution, Value } from './poll-view.ts'

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
  }[]
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
