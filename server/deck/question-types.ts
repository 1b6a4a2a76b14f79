/** The types of a deck's questions. */

export const KINDS = ['choice', 'number', 'text', 'words', 'scale', 'order'] as const
export type Kind = (typeof KINDS)[number]

export type Question = ChoiceQuestion | NumberQuestion | TextQuestion | WordsQuestion | ScaleQuestion | OrderQuestion

/** What a question of any kind has. */
interface QuestionBase {
  id: string
  /** HTML. */
  prompt: string
  /** Plain text, for reports. */
  text: string
  /** HTML. */
  explanation?: string
  /** Seconds to read it before voting opens. */
  read?: number
  /** Seconds for voting. */
  time?: number
  points: number
  /** All or nothing when left out. */
  scoring?: Scoring
  /** The distribution is visible while voting. */
  live: boolean
  /** Files and URLs that feedback and explanation name, as in `Slide.assets`; absent when there are none. */
  assets?: string[]
}

export type Scoring = { scheme: 'partial' } | { scheme: 'amc'; bareme: Bareme }

/** Parameters of Auto Multiple Choice's scoring strategies, by its letters; those left out have its defaults. */
export interface Bareme {
  /** For a right answer; of a question with several, for each box that is as it should be. */
  b?: number
  /** For a wrong answer, or each box that is not. */
  m?: number
  /** For an answer that contradicts itself. */
  e?: number
  /** For no answer. */
  v?: number
  /** Least score. */
  p?: number
}

export interface ChoiceQuestion extends QuestionBase {
  kind: 'choice'
  multiple: boolean
  /** In authored order; `key` is the letter it is shown under. */
  choices: Choice[]
  /** The letters are shuffled (`data-shuffle`). */
  shuffled?: true
}

/** Without a right entry, or without entries at all, it has no right answer. */
export interface NumberQuestion extends QuestionBase {
  kind: 'number'
  entries: NumberEntry[]
}

export interface NumberEntry {
  value: number
  /** Largest difference that still counts as this number. */
  tolerance: number
  right: boolean
  /** HTML. */
  feedback?: string
}

/** Without a right entry, or without entries at all, it has no right answer. */
export interface TextQuestion extends QuestionBase {
  kind: 'text'
  entries: TextEntry[]
}

export interface TextEntry {
  text: string
  right: boolean
  /** HTML. */
  feedback?: string
}

export interface WordsQuestion extends QuestionBase {
  kind: 'words'
}

export interface ScaleQuestion extends QuestionBase {
  kind: 'scale'
  /** Whole numbers. */
  min: number
  max: number
  /** What the steps mean, spread evenly from the least to the greatest; may be none. */
  labels: string[]
}

/** The right order is in the choices' `place` alone: they stand in another one. */
export interface OrderQuestion extends QuestionBase {
  kind: 'order'
  choices: Choice[]
}

export interface Choice {
  /** 'A' … 'L', by place on the page. */
  key: string
  /** Inline HTML. */
  html: string
  text: string
  /** HTML. */
  feedback?: string
  /** Absent in a survey: there is no right answer. */
  right?: boolean
  /** "None of these": picked, nothing else may be. */
  none?: boolean
  /** In a question of order: where it belongs, from 0. */
  place?: number
}
