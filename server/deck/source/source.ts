/** Where a deck comes from, and how one hears that it was edited. `test/deck/source/source-contract.ts` holds every implementation. */
import type { Deck } from '../deck.ts'
import type { Mistake } from '../mistake.ts'

/** What an edit has led to: a deck that can be shown, or why what was written cannot be. */
export type Edit = { deck: Deck } | { mistakes: Mistake[] }

export interface DeckSource {
  /** The deck as it is. @throws {DeckError} when it cannot be read or presented */
  read(): Promise<Deck>
  /**
   * Absolute path of a file that pages ask for, from its path relative to the deck's folder; undefined when there is no
   * such file, or none that may be served.
   */
  file(path: string): Promise<string | undefined>
  /**
   * Tells of each edit, in order; several in quick succession may be told as one.
   * @param deck as it was last read, which says what it is made of
   * @param onEdit its exceptions are reported, and harm nothing
   * @returns what stops it; nothing is told afterwards
   */
  follow(deck: Deck, onEdit: (edit: Edit) => void | Promise<void>): () => void
}
