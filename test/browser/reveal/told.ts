/** What the two renderings of a deck say of themselves, for comparing. */

export interface DeckTold {
  slides: SlideTold[]
  /** Words of the page's console that tell of a failure. */
  errors: string[]
}

export interface SlideTold {
  /** `h.v` */
  place: string
  /** One line an element or text, indented; elements with the attributes that matter, in order. */
  tree: string[]
  attributes: number
  /** Plain text of the speaker notes; '' without. */
  notes: string
  /** From step -1 on. */
  steps: StepTold[]
}

export interface StepTold {
  /** The texts and pictures in sight, in order. */
  seen: string[]
  /** How each fragment looks, in order: index, classes of reveal, and computed style. */
  fragments: string[]
  /** The slide's background, number and page classes. */
  around: string[]
}

/** What either rendering is made from. */
export interface Input {
  /** Markdown without front matter. */
  markdown: string
  /** reveal-md's way to cut it, from front matter. */
  separators: { separator: string; verticalSeparator: string; notesSeparator?: string }
  /** reveal.js configuration, from front matter. */
  options: Record<string, unknown>
  /** Our rendering: what the wall and, step by step, a phone are given. */
  wall: Deck
  /** `phone[h][v][f + 1]` is a slide's HTML. */
  phone: string[][][]
  notes: string[][]
  /** Served address → the address that the deck names. */
  remote: Record<string, string>
}

type Deck = import('#wire/deck-view').DeckView

/** The slide number that is drawn, such as `3/12`; '' for none. */
export const numberIn = ({ around }: StepTold): string =>
  around.map(line => /^number (.*)/s.exec(line)?.[1]?.replace(/\s/g, '') ?? '').join('')
