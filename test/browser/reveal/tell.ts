/** Walks through a slide's steps and tells what it sees; runs in Chromium. */
import { step, tree } from './shape.ts'
import type { DeckTold, Input, SlideTold } from './told.ts'

declare global {
  interface Window {
    reference(input: Input): Promise<DeckTold>
    ours(input: Input): Promise<DeckTold & { phone: string[][][] }>
  }
}

/** As reveal-md 6 starts reveal.js; its transition, `default`, is none that reveal.js knows, so reveal's own stands here. */
export const REVEAL_MD = { controls: true, progress: true, center: true, transition: 'slide' } as const

/** What the page's console says of failures. */
export const errors: string[] = []
addEventListener('error', event => void (event.message && errors.push(event.message)))
addEventListener('unhandledrejection', event => void errors.push(String(event.reason)))
// A slide may ask for another page.
navigation.addEventListener('navigate', event => event.preventDefault())

/** Takes the differences on purpose out of a copy of the slide. */
type Clean = (copy: HTMLElement, notes: string) => string

export function tell(
  section: HTMLElement,
  place: string,
  count: number,
  go: (f: number) => void,
  clean: Clean,
): SlideTold {
  const steps = Array.from({ length: count + 1 }, (_, index) => {
    go(index - 1)
    return step(section)
  })
  const copy = section.cloneNode(true) as HTMLElement
  const short = section.dataset.notes ?? ''
  const asides = [...section.querySelectorAll('aside.notes')].map(aside => plain(aside.innerHTML))
  const notes = clean(copy, [short, ...asides].filter(Boolean).join(' '))
  const { lines, attributes } = tree(copy)
  return { place, tree: lines, attributes, notes, steps }
}

export function plain(html: string) {
  const words = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
  return words.replace(/\s+/g, ' ').trim()
}
