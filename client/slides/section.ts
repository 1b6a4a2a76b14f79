/** A slide's `<section>`: its attributes, and whether it has to be drawn again. */
import type { DeckView, SlideView } from '#wire/deck-view'

export type MaybeSlide = SlideView | null

/** Attributes of a `<section>` that a deck may set; handlers such as `onclick` are not among them. */
const ATTRIBUTE = /^(class|id|style|lang|dir|title|(data|aria)-[\w.:-]+)$/i

/** Puts a slide's attributes on its section, in the place of those that stood there. */
export function setAttributes(section: HTMLElement, before: MaybeSlide, after: MaybeSlide) {
  const [old, fresh] = [before?.attributes ?? {}, after?.attributes ?? {}]
  for (const name of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const value = fresh[name]
    if (!ATTRIBUTE.test(name) || old[name] === value) continue
    if (name === 'class') {
      // reveal.js keeps its own classes here.
      section.classList.remove(...classes(old[name]))
      section.classList.add(...classes(value))
      continue
    }
    if (value === undefined) section.removeAttribute(name)
    if (value !== undefined) section.setAttribute(name, value)
  }
}

const classes = (text = '') => text.split(/\s+/).filter(Boolean)

/** Whether a column is drawn as a stack. */
export const isStack = (column: MaybeSlide[]): boolean => column.length > 1 || column[0]?.stacked === true

/** Whether two decks have the same places. */
export function sameShape(a: DeckView, b: DeckView) {
  const shape = ({ slides }: DeckView) => slides.map(column => `${column.length} ${isStack(column)}`).join()
  return shape(a) === shape(b)
}

/** Whether two slides look the same, and have the same number. */
export function sameSlide(a: MaybeSlide, b: MaybeSlide) {
  if (a === b) return true
  return (
    a?.id === b?.id &&
    a?.number === b?.number &&
    a?.html === b?.html &&
    JSON.stringify(a?.attributes) === JSON.stringify(b?.attributes)
  )
}

export function eachSlide(deck: DeckView) {
  return deck.slides.flatMap((stack, h) => stack.map((slide, v) => ({ h, v, slide })))
}

/** A slide with scripts is a document of its own, which shows its fragments as it is told. */
export function tellFrames(section: HTMLElement, step: number) {
  for (const frame of section.querySelectorAll<HTMLIFrameElement>('iframe.frame'))
    frame.contentWindow?.postMessage({ step }, '*')
}

/** Links that lead out of the deck open in another tab. */
export function openLinksOutside(section: HTMLElement) {
  for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
}
