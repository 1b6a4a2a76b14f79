/** The Reading view's part of the page, fetched once the slide is there. */
import { signal } from '@preact/signals'
import type { Reading } from './reading.tsx'

/** Undefined until it is here; a phone that cannot have it shows slides. */
export const readingView = signal<typeof Reading | 'failed' | undefined>(undefined)

let fetching: Promise<void> | undefined

export function fetchReadingView(): Promise<void> {
  fetching ??= import('./reading.tsx').then(
    ({ Reading }) => {
      readingView.value = Reading
    },
    () => {
      readingView.value = 'failed'
      fetching = undefined
    },
  )
  return fetching
}
