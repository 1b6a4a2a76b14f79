/** Which of the presenter's pages fits this window. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { breakpoint } from '../style/breakpoint.ts'

/** Whether the page is held in one hand, where it is a clicker; follows the window's size. */
export function isHandheld(): ReadonlySignal<boolean> {
  const query = breakpoint('hand')
  const value = signal(query.matches)
  query.addEventListener('change', () => {
    value.value = query.matches
  })
  return value
}
