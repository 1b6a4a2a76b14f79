/** A question in between two formats: readers produce it, writers consume it. */
import type { ElementContent } from 'hast'
import type { Mistake } from '../deck/mistake.ts'
import type { Kind, Scoring } from '../deck/question-types.ts'

/** A text as an HTML tree. Formulas are `<math>` elements with their TeX; see `formula-element.ts`. */
export type Content = ElementContent[]

export type Item = ChoiceItem | NumberItem | TextItem | OtherItem

interface Common {
  /** In the file it was read from. */
  line: number
  prompt: Content
}

interface QuestionBase extends Common {
  /** Name of the question in its format. */
  id?: string
  points: number
  /** All or nothing when left out. */
  scoring?: Scoring
  explanation?: Content
  /** Names of further settings, such as `data-time`. */
  extras?: string[]
}

/** Without a right entry it is a survey, unless it has "none of these". */
export interface ChoiceItem extends QuestionBase {
  kind: 'choice'
  multiple: boolean
  shuffle: boolean
  /** Text of a last choice "None of these", right when no other is; '' without one. */
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

/** A slide without a question, or a kind of question that only decks have. */
export interface OtherItem extends Common {
  kind: 'slide' | Exclude<Kind, QuestionItem['kind']>
}

export type QuestionItem = ChoiceItem | NumberItem | TextItem

export interface ReadResult {
  items: Item[]
  /** Errors are questions that could not be read; warnings say what was changed or left out. */
  mistakes: Mistake[]
}

export interface WriteResult {
  text: string
  mistakes: Mistake[]
}

/** Title and language (BCP 47 or '') of a whole file. */
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

/** A number with at most six decimals, as `data-points` and `data-bareme` accept. */
export const roundedText = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** A number as decks, GIFT and Moodle XML accept it: exponents have no plus sign. */
export const numberText = (value: number): string => String(value).replace('e+', 'e')
