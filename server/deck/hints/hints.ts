/** What `amphi check` says besides mistakes: text that is lost, as in reveal.js, and names that mean nothing. */
import type { Deck } from '../deck.ts'
import type { Mistake } from '../mistake.ts'
import type { FrontMatter } from '../source/front-matter.ts'
import type { Separators } from '../source/split-slides.ts'
import { changedFormulas } from './changed-formulas.ts'
import { addressesWithSpaces, deadLinks, missingLines } from './dead-pointers.ts'
import { idleSegments } from './idle-segments.ts'
import { idleComments, misspeltAttributes, unknownKeys } from './misspelt-names.ts'
import { proseOf } from './prose.ts'
import { swallowedText } from './swallowed-text.ts'

/** @param text of the whole file, which `deck` was made of */
export function hints(
  text: string,
  { line, keys: names, lineOf }: FrontMatter,
  separators: Separators,
  deck: Deck,
): Mistake[] {
  const prose = proseOf(text.replace(/^\uFEFF/, ''), line)
  return [
    ...unknownKeys(names, lineOf),
    ...swallowedText(prose, separators, line),
    ...idleComments(prose),
    ...misspeltAttributes(prose),
    ...addressesWithSpaces(prose),
    ...deadLinks(prose, deck),
    ...missingLines(prose),
    ...changedFormulas(prose, deck),
    ...idleSegments(deck),
  ]
}
