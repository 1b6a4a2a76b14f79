/** Which of the presenter's pages fits this window. */
import { type ReadonlySignal, signal } from '@preact/signals'

/** A phone, held either way: there the page is a clicker. */
const HAND = '(width < 48rem) or (height < 30rem)'

/** Whether the page is held in one hand; follows the window's size. */
export function inHand(): ReadonlySignal<boolean> {
  const query = matchMedia(HAND)
  const value = signal(query.matches)
  query.addEventListener('change', () => {
    value.value = query.matches
  })
  return value
}
