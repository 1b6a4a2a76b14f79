/** Which of the texts given are among those accepted. Pure. */

/** Letters and digits from which on signs do not count. */
const FEW = 3

/** What two spellings of the same answer have in common; as the server compares them (lesson/kinds/text). */
export function folded(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  return letters.length >= FEW ? letters : plain.replace(/\s+|[.,;:!?]+\s*$/g, '')
}

export interface Row {
  text: string
  count: number
  right: boolean
}

/** The most frequent texts, and those accepted among the rest; then how many answers there are beyond them. */
export function rowsOf(
  texts: readonly { text: string; count: number }[],
  accepted: readonly string[],
  limit: number,
): { rows: Row[]; others: number } {
  const keys = new Set(accepted.map(folded))
  const all = texts.map(({ text, count }) => ({ text, count, right: keys.has(folded(text)) }))
  const rows = all.filter(({ right }, index) => index < limit || right)
  const beyond = all.filter(row => !rows.includes(row))
  return { rows, others: beyond.reduce((sum, { count }) => sum + count, 0) }
}
