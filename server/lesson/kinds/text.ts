/** A short text, compared without regard to case, accents, spaces and punctuation. */
import type { TextEntry, TextQuestion } from '../../deck/deck.ts'
import type { Rules } from './rules.ts'

/** Longest text, in characters. */
const LONGEST = 200
/** Letters and digits from which on an answer is known without its signs. */
const FEW = 3
/** Most different texts that results hold; the rest is counted together. */
const MOST = 100

export const text: Rules<TextQuestion, string> = {
  accept(_, value) {
    if (typeof value !== 'string' || value.length > 4 * LONGEST) return undefined
    const given = tidy(value)
    return folded(given) !== '' && [...given].length <= LONGEST ? given : undefined
  },

  results: (_, answers) => ({ counts: [], total: answers.length, ...grouped(answers) }),

  right({ entries }, value) {
    const accepted = entries.filter(({ right }) => right)
    if (accepted.length === 0) return undefined
    const given = folded(value)
    return accepted.some(entry => key(entry) === given)
  },

  solution({ entries }) {
    const texts = entries.flatMap(({ text, right }) => (right ? [text] : []))
    return texts.length > 0 ? { correct: [], texts } : undefined
  },

  feedback: ({ entries }, value) =>
    entries.filter(({ text }) => folded(text) === folded(value)).flatMap(({ feedback }) => feedback ?? []),
}

/** An entry is never changed, so it is folded once. */
function key(entry: TextEntry): string {
  const before = keys.get(entry)
  if (before !== undefined) return before
  const fresh = folded(entry.text)
  keys.set(entry, fresh)
  return fresh
}

const keys = new WeakMap<TextEntry, string>()

/** One line of text, without what cannot be seen. */
export const tidy = (value: string): string =>
  value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .trim()

/** What two spellings of the same answer have in common. In a short one signs count: `C++` is not `C#`, nor −5 the same as 5. */
export function folded(value: string): string {
  const plain = value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  return letters.length >= FEW ? letters : plain.replace(/\s+|[.,;:!?]+\s*$/g, '')
}

/** Same texts together, under their most frequent spelling; the most frequent first. */
export function grouped(answers: string[]): { texts: { text: string; count: number }[]; others?: number } {
  const groups = new Map<string, Map<string, number>>()
  for (const answer of answers) {
    const letters = folded(answer)
    const group = groups.get(letters) ?? new Map<string, number>()
    group.set(answer, (group.get(answer) ?? 0) + 1)
    groups.set(letters, group)
  }
  const texts = [...groups.values()]
    .map(spellings => {
      const [text = ''] = [...spellings].reduce((best, next) => (next[1] > best[1] ? next : best))
      return { text, count: [...spellings.values()].reduce((sum, count) => sum + count, 0) }
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  const others = texts.slice(MOST).reduce((sum, { count }) => sum + count, 0)
  return { texts: texts.slice(0, MOST), ...(others > 0 && { others }) }
}
