/** A short text, compared as a strict teacher would (text-key.ts). */
import type { Question, TextEntry, TextQuestion } from '../../deck/question-types.ts'
import { strictKey } from '../../rules/text-key.ts'
import { LONGEST_TEXT, tidy } from '../../rules/typed-text.ts'
import type { Results } from '../../wire/poll-view.ts'
import type { KindRules } from './kind-rules.ts'
import { type TextRules, textResults } from './text-groups.ts'

const texts: TextRules<string> = { of: value => [value], key: strictKey }

export const text: KindRules<TextQuestion, string> = {
  accept(_, value) {
    if (typeof value !== 'string' || value.length > 4 * LONGEST_TEXT) return undefined
    const given = tidy(value)
    return strictKey(given) !== '' && [...given].length <= LONGEST_TEXT ? given : undefined
  },

  texts,
  results: (_, answers, moderated) => textResults(texts, answers, moderated),

  right({ entries }, value) {
    const accepted = entries.filter(({ right }) => right)
    if (accepted.length === 0) return undefined
    const given = strictKey(value)
    return accepted.some(entry => key(entry) === given)
  },

  solution({ entries }) {
    const texts = entries.flatMap(({ text, right }) => (right ? [text] : []))
    return texts.length > 0 ? { correct: [], texts } : undefined
  },

  feedback({ entries }, value) {
    const given = strictKey(value)
    return entries.filter(entry => key(entry) === given).flatMap(({ feedback }) => feedback ?? [])
  },
}

/** Those of the texts in some results that are right; undefined for a question without a right text. */
export function rightTexts(question: Question, results: readonly Results[]): string[] | undefined {
  if (question.kind !== 'text') return undefined
  const given = new Set(results.flatMap(({ texts = [] }) => texts.map(({ text }) => text)))
  const right = [...given].filter(value => text.right(question, value))
  return text.solution(question, []) && right
}

/** An entry is never changed, so its key is made once. */
function key(entry: TextEntry): string {
  const before = keys.get(entry)
  if (before !== undefined) return before
  const fresh = strictKey(entry.text)
  keys.set(entry, fresh)
  return fresh
}

const keys = new WeakMap<TextEntry, string>()
