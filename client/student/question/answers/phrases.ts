/** The fields for the words of a cloud. Pure. */
import { MOST_PHRASES, phrasesIn } from '#rules/typed-text'

/** The words that fields hold, each once, as it was written first; a field with commas holds several. */
export function phrasesOf(fields: readonly string[]): string[] {
  const given = fields.flatMap(phrasesIn).filter(phrase => /[\p{L}\p{N}\p{S}\p{P}]/u.test(phrase))
  const lower = given.map(phrase => phrase.toLowerCase())
  return given.filter((_, index) => lower.indexOf(lower[index] ?? '') === index)
}

/** The fields that show an answer. */
export function fieldsOf(answer: string): string[] {
  const given = phrasesOf([answer])
  return Array.from({ length: MOST_PHRASES }, (_, index) => given[index] ?? '')
}
