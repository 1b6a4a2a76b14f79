/** The size that a deck's slides are drawn at before they are scaled to their place. */
import { SLIDE_SIZE } from '#rules/pixel-sizes'
import type { DeckView } from '#wire/deck-view'

/** What stands for the wall, in px, where a size is given in per cent of it. */
const WALL = { width: 1280, height: 720 }

/** In px. Per cent of a phone or of a preview would leave text as large as on a wall, and cut it. */
export function slideSize(deck: DeckView | undefined): { width: number; height: number } {
  return { width: side(deck, 'width'), height: side(deck, 'height') }
}

function side(deck: DeckView | undefined, name: 'width' | 'height'): number {
  const text = String(deck?.options[name] ?? '')
  const number = Number.parseFloat(text)
  if (!(number > 0)) return SLIDE_SIZE[name]
  return text.trim().endsWith('%') ? (number / 100) * WALL[name] : number
}
