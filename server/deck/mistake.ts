/** What can be wrong in a deck's text, and how that is told. */

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
