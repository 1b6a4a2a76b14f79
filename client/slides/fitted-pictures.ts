/** Pictures as small as this phone can show: what the server sends is asked for at the screen's own width. For students. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { PICTURE_WIDTHS } from '#rules/pixel-sizes'
import type { DeckView } from '#wire/deck-view'
import type { Link } from '../connection/link.ts'

/** Addresses of a lesson's raster pictures, without a query of their own but for the file's version. */
const PICTURE = /\/\d{6}\/assets\/(?:remote\/\w+|[\w.~%/-]+\.(?:png|jpe?g|webp|avif)(\?v=[\da-f]{12})?)(?![\w.~%/?-])/gi

type Slide = NonNullable<DeckView['slides'][number][number]>

const known = new WeakMap<Slide, Slide>()

/** A link on which the deck, the question and the student's feedback name their pictures at the width of this screen. */
export function withFittedPictures(link: Link): Link {
  const { deck, slices } = link
  return {
    ...link,
    deck: computed(() => deck.value && fittedDeck(deck.value)),
    slices: { ...slices, poll: fitted(slices.poll), solved: fitted(slices.solved), you: fitted(slices.you) },
  }
}

const fittedDeck = (deck: DeckView): DeckView => ({
  ...deck,
  slides: deck.slides.map(stack => stack.map(slide => slide && fittedSlide(slide))),
})

/** The same object for the same slide, so that a stage sees what has not changed. */
function fittedSlide(slide: Slide): Slide {
  const before = known.get(slide)
  if (before) return before
  const attributes = Object.fromEntries(Object.entries(slide.attributes).map(([name, value]) => [name, sized(value)]))
  const html = sized(slide.html).replaceAll('<img ', '<img loading="lazy" ')
  const fresh = { ...slide, attributes, html }
  known.set(slide, fresh)
  return fresh
}

const fitted = <T>(slice: ReadonlySignal<T>): ReadonlySignal<T> =>
  computed(() => (slice.value ? JSON.parse(sized(JSON.stringify(slice.value)), withoutPrototype) : slice.value))

/** The student's answers are keyed by the deck's ids: `constructor` is none of them unless the server says so. */
const withoutPrototype = (name: string, value: unknown) =>
  (name === 'answers' || name === 'missed') && typeof value === 'object' ? Object.setPrototypeOf(value, null) : value

function sized(text: string): string {
  const width = PICTURE_WIDTHS.find(width => width >= needed())
  return width === undefined ? text : text.replace(PICTURE, (url, version) => `${url}${version ? '&' : '?'}w=${width}`)
}

/** A slide is as wide as a phone held upright; on its side it is as high as that, and little wider. */
const needed = () => Math.min(screen.width, screen.height) * devicePixelRatio
