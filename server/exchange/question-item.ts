/** A question between two formats: readers make it, writers write it. */
import type { ElementContent } from 'hast'
import type { Mistake, Scoring } from '../deck/deck.ts'

/** A text as an HTML tree. Formulas are `<math>` elements with their TeX; see `formula-element.ts`. */
export type Content = ElementContent[]

export type Item = ChoiceItem | NumberItem | TextItem | OtherItem

interface Common {
  /** Of the file it was read from. */
  line: number
  prompt: Content
}

interface QuestionBase extends Common {
  /** Name of the question, as its format has it. */
  id?: string
  points: number
  /** All or nothing when left out. */
  scoring?: Scoring
  explanation?: Content
  /** What the question has besides, in words, such as `data-time`. */
  extras?: string[]
}

/** Without a right entry it is a survey, unless it has "none of these". */
export interface ChoiceItem extends QuestionBase {
  kind: 'choice'
  multiple: boolean
  shuffle: boolean
  /** Words of a last choice "None of these", which is right when no other is; '' for a question without it. */
  none: string
  entries: { content: Content; right: boolean; feedback?: Content }[]
}

/** Without a right entry it has no right answer. */
export interface NumberItem extends QuestionBase {
  kind: 'number'
  entries: { value: number; tolerance: number; right: boolean; feedback?: Content }[]
}

/** Without a right entry it has no right answer. */
export interface TextItem extends QuestionBase {
  kind: 'text'
  entries: { text: string; right: boolean; feedback?: Content }[]
}

/** A slide that asks nothing, or a question that only a deck can say. */
export interface OtherItem extends Common {
  kind: 'slide' | 'words' | 'scale' | 'order'
}

export type QuestionItem = ChoiceItem | NumberItem | TextItem

export interface ReadResult {
  items: Item[]
  /** An error stands for a question that could not be read; a warning for what was changed or left out. */
  mistakes: Mistake[]
}

export interface WriteResult {
  text: string
  mistakes: Mistake[]
}

/** What a whole file is called, and its language (BCP 47 or ''). */
export interface FileInfo {
  title: string
  lang: string
}

export const READABLE = ['gift', 'aiken', 'amc'] as const
export const WRITABLE = [...READABLE, 'moodle-xml'] as const
export type Readable = (typeof READABLE)[number]
export type Writable = (typeof WRITABLE)[number]
export const FORMAT_NAMES: Record<Writable, string> = {
  gift: 'GIFT',
  aiken: 'Aiken',
  amc: 'AMC-TXT',
  'moodle-xml': 'Moodle XML',
}

/** A number with six digits behind the point at most, as `data-points` and `data-bareme` take it. */
export const roundedText = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** A number as a deck, GIFT and Moodle XML take it: with an exponent where it has many zeros. */
export const numberText = (value: number): string => String(value).replace('e+', 'e')
