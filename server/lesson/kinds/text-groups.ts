/** Texts that count as the same: spelt otherwise, or put together by the presenter. Pure. */
import { Map as PersistentMap } from 'immutable'
import type { Results, Value } from '../../wire/poll-view.ts'

/** What an answer's texts are, and when two of them count as the same. */
export interface TextRules<V extends Value> {
  of(value: V): string[]
  key(text: string): string
}

/** What the presenter has done to the texts of a question, by their keys, so that every spelling is meant. */
export interface Moderated {
  /** → The text as the presenter saw it. */
  hidden: PersistentMap<string, string>
  /** → The text as the presenter saw it, and the one that it counts as, which itself counts as no other. */
  merged: PersistentMap<string, { text: string; into: string }>
}

export const untouched: Moderated = { hidden: PersistentMap(), merged: PersistentMap() }

export interface TextGroup {
  key: string
  /** The most frequent spelling. */
  text: string
  /** Answers that have one of its texts. */
  count: number
}

/** Most different texts that results hold; the rest is counted together. */
const MAX_TEXTS = 100

/** @param answers as they were accepted */
export function textResults<V extends Value>(rules: TextRules<V>, answers: V[], moderated: Moderated): Results {
  const groups = textGroups(rules, answers, moderated.merged)
  const seen = groups.filter(({ key }) => !moderated.hidden.has(key))
  const [others, hidden] = [sum(seen.slice(MAX_TEXTS)), sum(groups) - sum(seen)]
  return {
    counts: [],
    total: answers.length,
    texts: seen.slice(0, MAX_TEXTS).map(({ text, count }) => ({ text, count })),
    ...(others > 0 && { others }),
    ...(hidden > 0 && { hidden }),
  }
}

/** The most frequent first. */
export function textGroups<V extends Value>(
  { of, key: keyOf }: TextRules<V>,
  answers: readonly V[],
  merged: Moderated['merged'],
): TextGroup[] {
  const spellings = new Map<string, { own: string; key: string; count: number }>()
  const spelling = (text: string) => {
    const before = spellings.get(text)
    if (before) return before
    const own = keyOf(text)
    const into = merged.get(own)?.into
    const fresh = { own, key: into === undefined ? own : keyOf(into), count: 0 }
    spellings.set(text, fresh)
    return fresh
  }
  const counts = new Map<string, number>()
  for (const answer of answers) {
    const given = of(answer).map(spelling)
    for (const one of given) one.count += 1
    for (const key of new Set(given.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // A group is called by the text that the others count as, not by one of those.
  const names = new Map([...merged.values()].map(({ into }) => [keyOf(into), { text: into, count: 0 }]))
  for (const [text, { own, key, count }] of spellings) {
    if (own === key && count > (names.get(key)?.count ?? 0)) names.set(key, { text, count })
  }
  return [...counts]
    .map(([key, count]) => ({ key, text: names.get(key)?.text ?? key, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

const sum = (groups: readonly TextGroup[]) => groups.reduce((sum, { count }) => sum + count, 0)
