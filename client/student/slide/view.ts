/** How this phone shows a slide: as it is on the wall, or as text to be read. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Store } from '../outbox.ts'

/** Where the student's choice is kept, for every class on this phone. */
const NAME = 'amphi:view'

export type ViewName = 'slide' | 'reading'

export interface ViewChoice {
  now: ReadonlySignal<ViewName>
  /** The student's own choice, which nothing overrules. */
  choose(view: ViewName): void
  /** A slide could not be read as it is drawn on this page. */
  tooSmall(): void
}

/**
 * Without a choice, slides are read from the first one on that was too small, until the page is wider than it was then: a
 * turned phone tries the slide again, the next slide alone does not.
 * @param width of the page in px
 */
export function createView(store: Store, width: ReadonlySignal<number>): ViewChoice {
  const kept = store.get(NAME)
  const chosen = signal<ViewName | undefined>(kept === 'slide' || kept === 'reading' ? kept : undefined)
  /** Widest page, in px, on which a slide was too small. */
  const narrow = signal(0)
  return {
    now: computed(() => chosen.value ?? (width.value <= narrow.value ? 'reading' : 'slide')),
    choose(view) {
      chosen.value = view
      store.set(NAME, view)
    },
    tooSmall() {
      narrow.value = Math.max(narrow.peek(), width.peek())
    },
  }
}

/** Width of the page in px, as it changes. */
export function pageWidth(): ReadonlySignal<number> {
  const root = document.documentElement
  const width = signal(root.clientWidth)
  addEventListener('resize', () => {
    width.value = root.clientWidth
  })
  return width
}
