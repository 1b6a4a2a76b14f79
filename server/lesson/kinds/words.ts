/** Up to three words or short phrases, for a cloud, which counts near spellings together. An answer: the words, parted by commas. */
import type { WordsQuestion } from '../../deck/deck.ts'
import type { Rules } from './rules.ts'
import { grouped, tidy } from './text.ts'
import { looseKey } from './text-key.ts'

const MOST = 3
/** Longest word or phrase, in characters. */
const LONGEST = 40

export const words: Rules<WordsQuestion, string> = {
  accept(_, value) {
    if (typeof value !== 'string' || value.length > 4 * MOST * LONGEST) return undefined
    const given = [...new Map(split(value).map(word => [looseKey(word), word])).values()]
    const fits = given.length > 0 && given.length <= MOST && given.every(word => [...word].length <= LONGEST)
    return fits ? given.join(', ') : undefined
  },
  results: (_, answers) => ({ counts: [], total: answers.length, ...grouped(answers.flatMap(split), looseKey) }),
  right: () => undefined,
  solution: () => undefined,
  feedback: () => [],
}

const split = (value: string): string[] =>
  value
    .split(/[,;，、؛،\n]/)
    .map(tidy)
    .filter(word => looseKey(word) !== '')
