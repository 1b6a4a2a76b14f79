/** What `amphi check` says beside the mistakes: text that is lost as reveal.js loses it, and names that mean nothing. */
import type { Deck, Mistake } from '../deck.ts'
import type { FrontMatter } from '../source/front-matter.ts'
import type { Separators } from '../source/split.ts'
import { formulas } from './formulas.ts'
import { addresses, links, ranges } from './pointers.ts'
import { proseOf } from './prose.ts'
import { attributes, comments, keys } from './spelling.ts'
import { swallowed } from './swallowed.ts'

/** @param text of the whole file, which `deck` was made of */
export function hints(
  text: string,
  { line, keys: names, lineOf }: FrontMatter,
  separators: Separators,
  deck: Deck,
): Mistake[] {
  const prose = proseOf(text.replace(/^\uFEFF/, ''), line)
  return [
    ...keys(names, lineOf),
    ...swallowed(prose, separators, line),
    ...comments(prose),
    ...attributes(prose),
    ...addresses(prose),
    ...links(prose, deck),
    ...ranges(prose),
    ...formulas(prose, deck),
  ]
}
