/** Short names made from text: ids of questions and slides, versions of decks. */
import { createHash } from 'node:crypto'

const LONGEST_SLUG = 60

/** Letters and digits of any script, joined by hyphens; a hash where the text has none. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const [first, ...rest] = words
  if (first === undefined) return `q-${hash(text)}`
  return [...rest.reduce((all, word) => (all.length + word.length < LONGEST_SLUG ? `${all}-${word}` : all), first)]
    .slice(0, LONGEST_SLUG)
    .join('')
}

export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
