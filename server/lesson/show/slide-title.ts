/** What a slide is called, in words that can be spoken or listed. Pure. */
import type { Slide } from '../../deck/deck.ts'
import { textOf } from '../../rules/html-text.ts'

/** The first heading as far as a step shows it, formulas in letters; '' without one. */
export const headingAt = (slide: Slide, step: number): string => titlesOf(slide).headings[step + 1] ?? ''

/** What a list calls the whole slide: its heading, else how it begins, else its first picture; '' without any words. */
export const listTitle = (slide: Slide): string => titlesOf(slide).listed

interface Titles {
  /** By step. */
  headings: string[]
  listed: string
}

/** A slide is never changed, so its titles are made once. */
const known = new WeakMap<Slide, Titles>()

function titlesOf(slide: Slide): Titles {
  const before = known.get(slide)
  if (before) return before
  const headings = slide.html.map(headingIn)
  const whole = slide.html.at(-1) ?? ''
  const titles = { headings, listed: shortened(headings.at(-1) || textOf(whole) || pictureIn(whole)) }
  known.set(slide, titles)
  return titles
}

function headingIn(html: string): string {
  const [, heading = ''] = /<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/i.exec(html) ?? []
  return textOf(heading)
}

const pictureIn = (html: string) => /<img[^>]*\balt="([^"]+)"/i.exec(html)?.[1] ?? ''

/** Longest title in a list, in characters. */
const LONGEST_TITLE = 60

const shortened = (text: string) =>
  text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : text
