/** Which of the texts given are listed. Pure. */

export interface ListedText {
  text: string
  count: number
  right: boolean
}

/** The most frequent texts, and those that are right among the rest; then how many answers there are beyond them. */
export function listedTexts(
  texts: readonly { text: string; count: number }[],
  given: readonly string[],
  limit: number,
): { rows: ListedText[]; others: number } {
  const all = texts.map(({ text, count }) => ({ text, count, right: given.includes(text) }))
  const rows = all.filter(({ right }, index) => index < limit || right)
  const beyond = all.filter(row => !rows.includes(row))
  return { rows, others: beyond.reduce((sum, { count }) => sum + count, 0) }
}
