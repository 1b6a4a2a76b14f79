/** Up to three words or short phrases, for a cloud, which counts near spellings together. An answer: the words, parted by commas. */
import type { WordsQuestion } from '../../deck/deck.ts'
import type { Rules } from './rules.ts'
import { tidy } from './text.ts'
import { type TextRules, textResults } from './text-groups.ts'
import { looseKey } from './text-key.ts'

const MOST = 3
/** Longest word or phrase, in characters. */
const LONGEST = 40

const split = (value: string): string[] =>
  value
    .split(/[,;，、؛،\n]/)
    .map(tidy)
    .filter(word => looseKey(word) !== '')

const texts: TextRules<string> = { of: split, key: looseKey }

export const words: Rules<WordsQuestion, string> = {
  accept(_, value) {
    if (typeof value !== 'string' || value.length > 4 * MOST * LONGEST) return undefined
    const given = [...new Map(split(value).map(word => [looseKey(word), word])).values()]
    const fits = given.length > 0 && given.length <= MOST && given.every(word => [...word].length <= LONGEST)
    return fits ? given.join(', ') : undefined
  },
  texts,
  results: (_, answers, moderated) => textResults(texts, answers, moderated),
  right: () => undefined,
  solution: () => undefined,
  feedback: () => [],
}
