/** Up to three words or short phrases, for a cloud, which counts near spellings together. An answer: the words, parted by commas. */
import type { WordsQuestion } from '../../deck/question-types.ts'
import { looseKey } from '../../rules/text-key.ts'
import { LONGEST_PHRASE, MOST_PHRASES, phrasesIn } from '../../rules/typed-text.ts'
import type { KindRules } from './kind-rules.ts'
import { type TextRules, textResults } from './text-groups.ts'

const split = (value: string): string[] => phrasesIn(value).filter(phrase => looseKey(phrase) !== '')

const texts: TextRules<string> = { of: split, key: looseKey }

export const words: KindRules<WordsQuestion, string> = {
  accept(_, value) {
    if (typeof value !== 'string' || value.length > 4 * MOST_PHRASES * LONGEST_PHRASE) return undefined
    const given = [...new Map(split(value).map(word => [looseKey(word), word])).values()]
    const fits =
      given.length > 0 && given.length <= MOST_PHRASES && given.every(word => [...word].length <= LONGEST_PHRASE)
    return fits ? given.join(', ') : undefined
  },
  texts,
  results: (_, answers, moderated) => textResults(texts, answers, moderated),
  right: () => undefined,
  solution: () => undefined,
  feedback: () => [],
}
