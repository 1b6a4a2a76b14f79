/** The types of a deck, which is parsed once, on the server; every role's view is made from this. */

export interface Deck {
  /** Changes whenever the text does. */
  version: string
  title: string
  /** BCP 47; '' when the deck does not say. */
  lang: string
  theme: string
  highlightTheme: string
  /** reveal.js configuration, from front matter. */
  options: Record<string, unknown>
  /** There are formulas in it, which need KaTeX's style sheet. */
  maths?: true
  /** What students are asked for when they join; nothing when the deck does not say, though they may give a name. */
  identity?: Identity
  /** How many of the best are named, when the ranking is shown; undefined for none. */
  ranking?: number
  /** The deck's own style sheets, in order. */
  css: Sheet[]
  /** Text of the deck's own scripts, in order; they run in frames only. */
  scripts: string[]
  /** `slides[h][v]` */
  slides: Slide[][]
  /** How many slides count, where the wall says so beside their numbers. */
  total?: number
  mistakes: Mistake[]
}

export interface Sheet {
  /** Relative to the deck's folder, `/` separated. */
  path: string
  /** CSS that touches nothing but the deck. */
  text: string
  /** Changes whenever the text does. */
  version: string
  /** Paths of the files that it names. */
  assets: string[]
}

export interface Slide {
  /** Stable across edits elsewhere in the deck: the `id` attribute, else from the slide's own text. */
  id: string
  /** What people call it, which is what the wall says: `4`, or `4.3` for the third of the fourth stack. Not always its own. */
  number: string
  /** What is left of a stack whose other slides are hidden: reveal.js goes on treating it as one. */
  stacked?: true
  /** Line of the deck file where the slide begins, from 1. */
  line: number
  /** Plain text of the first heading, else of the beginning; for outlines. */
  title: string
  /** Attributes of the `<section>`, for everyone who may see the slide. */
  attributes: Record<string, string>
  /** `html[f + 1]`: what may be seen at step f. The last one is the whole slide; `html.length - 1` is its number of steps. */
  html: string[]
  /** `assets[f + 1]`: paths of the files (relative to the deck's folder, `/` separated) and URLs that `html[f + 1]` and the attributes name. */
  assets: string[][]
  /** HTML of the whole slide with its scripts, for a frame on the screen; where scripts may run, and it has some. */
  frame?: string
  /** HTML; presenter only. */
  notes?: string
  /** Files and URLs that the notes name, as in `assets`; absent when there are none. */
  notesAssets?: string[]
  question?: Question
  /** `auto[f + 1]`: ms after which step f goes on by itself; absent when none does. */
  auto?: number[]
  /** The part of the class that begins here. */
  segment?: Segment
  /** Name → Mermaid source of its diagrams, for the pages that draw them; absent when there are none. */
  diagrams?: Record<string, string>
}

export const SEGMENTS = ['talk', 'quiz', 'workshop', 'break'] as const

export interface Segment {
  kind: (typeof SEGMENTS)[number]
  /** Time budget. */
  seconds?: number
}

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

export const IDENTITIES = ['anonymous', 'nickname', 'name'] as const
export type Identity = (typeof IDENTITIES)[number]

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

/** Id of a slide or question in an edited text → its id in the lesson. */
export interface Aliases {
  slides: Record<string, string>
  polls: Record<string, string>
}

export interface Mistake {
  /** From 1. */
  line: number
  /** What is wrong; what to write instead. */
  message: string
  /** An error stops the question or deck from working; a warning does not. */
  level: 'error' | 'warning'
}

/** Nothing of the deck can be presented; `mistakes` says where and what to write. */
export class DeckError extends Error {
  readonly mistakes: Mistake[]

  constructor(mistakes: Mistake[]) {
    super(mistakes.map(({ line, message }) => `line ${line}: ${message}`).join('\n'))
    this.name = 'DeckError'
    this.mistakes = mistakes
  }
}

export const error = (line: number, message: string): Mistake => ({ line, message, level: 'error' })
export const warning = (line: number, message: string): Mistake => ({ line, message, level: 'warning' })

/** Number of fragments of a slide. */
export const steps = (slide: Slide) => slide.html.length - 1

/** Paths of the files, and URLs, that a slide names anywhere: at any step, in its notes, in its question. */
export const filesOf = ({ assets, notesAssets, question }: Slide): string[] => [
  ...new Set([...assets.flat(), ...(notesAssets ?? []), ...(question?.assets ?? [])]),
]
