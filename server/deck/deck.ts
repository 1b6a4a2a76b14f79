/** The types of a deck, which is parsed once, on the server; every role's view is made from this. */
import type { Mistake } from './mistake.ts'
import type { Question } from './question-types.ts'

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
  /** Seconds that the whole class is planned to take. */
  duration?: number
  /** Whether students may write to the presenter, and others read it at once or once it is let through; undefined for no inbox. */
  inbox?: Inbox
  /** Students may say how it goes. */
  pulse: boolean
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
  /** Of a slide in a workshop; absent when there are none. */
  tasks?: Task[]
  /** Seconds of the countdown that the presenter may start here. */
  timer?: number
  /** Name → Mermaid source of its diagrams, for the pages that draw them; absent when there are none. */
  diagrams?: Record<string, string>
}

export const SEGMENTS = ['talk', 'quiz', 'workshop', 'break'] as const

export const PACES = ['class', 'self'] as const

/** Its id is that of the slide that it begins with. */
export interface Segment {
  kind: (typeof SEGMENTS)[number]
  /** As the deck names it, else the slide's first heading; '' without either. */
  title: string
  pace: (typeof PACES)[number]
  /** Time budget. */
  seconds?: number
}

/** An item of a workshop's task list, which the slide's HTML has as `<li class="task" data-task="ID">`. */
export interface Task {
  /** Stable across edits elsewhere: `data-id`, else from its text. */
  id: string
  /** Plain text. */
  text: string
  /** It is shown as done, and not counted. */
  done?: true
  /** To be given one after the other; secret until then. */
  hints: Hint[]
}

export interface Hint {
  /** HTML. */
  html: string
  /** Seconds after the class entered the segment, when it comes by itself. */
  after?: number
  /** Files and URLs that it names, as in `Slide.assets`; absent when there are none. */
  assets?: string[]
}

export const INBOXES = ['moderated', 'open'] as const
export type Inbox = (typeof INBOXES)[number]

export const IDENTITIES = ['anonymous', 'nickname', 'name'] as const
export type Identity = (typeof IDENTITIES)[number]

/** Id of a slide, question or task in an edited text → its id in the lesson. */
export interface Aliases {
  slides: Record<string, string>
  polls: Record<string, string>
  /** Absent in older logs. */
  tasks?: Record<string, string>
}

/** Number of fragments of a slide. */
export const steps = (slide: Slide) => slide.html.length - 1

/** Paths of the files, and URLs, that a slide names anywhere: at any step, in its notes, question and hints. */
export const filesOf = ({ assets, notesAssets, question, tasks = [] }: Slide): string[] => {
  const ofHints = tasks.flatMap(({ hints }) => hints.flatMap(hint => hint.assets ?? []))
  return [...new Set([...assets.flat(), ...(notesAssets ?? []), ...(question?.assets ?? []), ...ofHints])]
}
