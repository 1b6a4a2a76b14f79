/** A slide's title: its first heading, else how it begins. */
import type { Element } from 'hast'
import { elements, isHeading, text } from '../element.ts'
import type { Pass } from '../pass.ts'

const LONGEST_TITLE = 60

export const title: Pass = section => ({
  slide: { title: headingOf(section) || shortened(text(section.children)) },
})

/** '' when there is none. */
export const headingOf = (section: Element): string =>
  elements(section)
    .filter(isHeading)
    .map(({ children }) => text(children))
    .find(Boolean) ?? ''

const shortened = (words: string) =>
  words.length > LONGEST_TITLE ? `${[...words].slice(0, LONGEST_TITLE).join('')}…` : words
