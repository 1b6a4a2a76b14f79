/** Links inside the deck, in what is read as text. */

import { placeOf } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'

/** A link to a slide already shown opens it here; one that leads ahead does nothing yet. */
export function followLink(event: MouseEvent, { link, go }: Session) {
  const { target } = event
  const href = target instanceof Element ? target.closest('a')?.getAttribute('href') : undefined
  const deck = link.deck.peek()
  if (!deck || !href?.startsWith('#')) return
  event.preventDefault()
  const to = placeOf(deck, href)
  if (to) go(to)
}
