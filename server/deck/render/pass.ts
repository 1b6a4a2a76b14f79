/** The one signature of all passes. */
import type { Element, ElementContent } from 'hast'
import type { Hint, Segment } from '../deck.ts'
import type { Mistake } from '../mistake.ts'
import type { Assets, Files } from './addresses.ts'
import type { Typesetter } from './passes/maths/typesetter.ts'
import type { Unnumbered } from './slide-number.ts'

/**
 * One thing that is done to a slide: it may change the slide's tree, and returns what it learnt from it.
 * `before` is what the passes before it have returned.
 */
export type Pass = (section: Element, context: Context, before: Readonly<SlideDraft>) => Result

export interface Result {
  slide?: Partial<SlideDraft>
  mistakes?: Mistake[]
}

/** A slide on its way through the passes, with what only they need to know of it. */
export interface SlideDraft extends Unnumbered {
  addresses: Assets
  /** The slide's tree with its scripts in it; absent when it has none, or none may run. */
  scripted?: Element
  /** There are formulas in it. */
  maths?: true
  /** The items of the tree that are tasks. */
  taskItems?: TaskItem[]
  /** Id → line of its tasks. */
  taskLines?: ReadonlyMap<string, number>
}

export interface TaskItem {
  item: Element
  hints: Hint[]
}

/** What all slides of a deck have in common. */
export interface DeckContext {
  tex: Typesetter
  files: Files
  /** Decides the order of what is shuffled, and names that tell nothing; kept from pages. */
  seed: string
  /** The deck's, BCP 47 or ''. */
  lang: string
  /** reveal.js' option of that name. */
  autoSlide: unknown
  /** Whether scripts may run, in a frame on the screen. */
  runScripts: boolean
}

/** With where the slide was written. Lines are those of the deck's file, from 1. */
export interface Context extends DeckContext {
  line: number
  /** The slide's own for what is not in the text. */
  lineOf: (node: ElementContent | undefined) => number
  /** Line on which an attribute of the slide is written. */
  lineOfAttribute: (name: string) => number
  earlier: Earlier
}

/** What the slides before this one have said. */
export interface Earlier {
  /** Id → line of their questions. */
  readonly questions: ReadonlyMap<string, number>
  /** Id → line of their tasks. */
  readonly tasks: ReadonlyMap<string, number>
  /** The kind of the segment that the last of them is in. */
  readonly segment?: Segment['kind']
}
