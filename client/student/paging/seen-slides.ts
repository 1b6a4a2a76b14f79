/** The way through the slides that this phone has seen, in the order of the deck. */
import type { DeckView } from '#wire/deck-view'

export interface SlidePlace {
  h: number
  v: number
}

export const samePlace = (a: SlidePlace | undefined, b: SlidePlace | undefined) => a?.h === b?.h && a?.v === b?.v

/** The nearest slide already shown before (-1) or after (1) a place. */
export function beside(deck: DeckView, from: SlidePlace, direction: -1 | 1): SlidePlace | undefined {
  const seen = seenPlaces(deck)
  if (direction === 1) return seen.find(place => order(place, from) > 0)
  return seen.findLast(place => order(place, from) < 0)
}

/** Slides already shown, in the order of the deck. */
export const seenPlaces = (deck: DeckView): SlidePlace[] =>
  deck.slides.flatMap((stack, h) => stack.flatMap((slide, v) => (slide ? [{ h, v }] : [])))

const order = (a: SlidePlace, b: SlidePlace) => a.h - b.h || a.v - b.v

/** The slide, already shown, that a link inside the deck leads to: `#id`, `#/id`, or reveal.js' `#/h/v` from 0. */
export function placeOf(deck: DeckView, href: string): SlidePlace | undefined {
  const name = decoded(href).replace(/^#\/?/, '')
  const named = seenPlaces(deck).find(({ h, v }) => deck.slides[h]?.[v]?.id === name)
  if (named) return named
  const [, h, v = '0'] = /^(\d+)(?:\/(\d+))?$/.exec(name) ?? []
  return seenPlaces(deck).find(place => place.h === Number(h) && place.v === Number(v))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
