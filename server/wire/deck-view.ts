/** What a page is told of the deck and its slides. */
import type { SegmentView } from './segment-view.ts'

export interface SlideView {
  id: string
  /** What people call it, which is what the wall says: `4`, or `4.3` for the third of the fourth stack. */
  number: string
  /**
   * For students the first heading, as far as it has been shown; for the presenter what a list calls the slide, with or
   * without a heading. Plain text; absent where there is none, and for the screen.
   */
  title?: string
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
  /** Students: id of the workshop that the tasks on it belong to. */
  workshop?: string
  /** Presenter only: the segment that begins with this slide. */
  segment?: Pick<SegmentView, 'kind' | 'title' | 'pace' | 'seconds'>
  /** Screen only, which may drive: a segment begins with this slide. */
  begins?: true
  /** Presenter only: seconds of the countdown that the deck has for it. */
  timer?: number
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
