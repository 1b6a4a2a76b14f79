/** The words of a cloud, as the server takes them: parted by commas, each of them once. Pure. */

/** Most words or short phrases in one answer. */
export const MOST = 3
/** Longest of them, in characters. */
export const LONGEST = 40

/** The words that fields hold; a field with commas holds several. */
export function phrasesIn(fields: readonly string[]): string[] {
  const all = fields.flatMap(field => field.split(/[,;，、؛،\n]/)).map(word => word.trim().replace(/\s+/gu, ' '))
  const given = all.filter(word => /[\p{L}\p{N}\p{S}\p{P}]/u.test(word))
  const lower = given.map(word => word.toLowerCase())
  return given.filter((_, index) => lower.indexOf(lower[index] ?? '') === index)
}

/** The fields that show an answer. */
export function fieldsOf(answer: string): string[] {
  const given = phrasesIn([answer])
  return Array.from({ length: MOST }, (_, index) => given[index] ?? '')
}
