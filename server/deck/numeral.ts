/** Numbers as people write them: with a comma or a point, spaces between thousands, a power of ten, and a tolerance. */

export interface Numeral {
  value: number
  /** Largest difference that still counts as this number. */
  tolerance: number
}

const SIGNS = '[-+\u2212\u2013]'
const DIGITS = '(?:\\d{1,3}(?: \\d{3})+|\\d+)(?:[.,]\\d+)?|[.,]\\d+'
const NUMBER = new RegExp(`^${SIGNS}? ?(?:${DIGITS})(?:e${SIGNS}?\\d{1,3})?(?![\\d.,])`, 'i')
const TOLERANCE = /±|\+ ?\/? ?[-\u2212\u2013]/
/** As a decimal, or as an English thousand? */
const UNCLEAR = /^[1-9]\d{0,2},\d{3}$/

const NONE = 'the entry is no number; write it such as "- [x] 3.14", "- [x] 3.14 ± 0.01" or "- [x] 3.14 ± 5%"'
const UNIT =
  'the number has something after it; put the unit into the question, and write the number alone, such as "- [x] 3.14 ± 0.01"'
const LARGE = 'the number is too large to be answered exactly; ask for it in a larger unit'
const COMMA = 'a comma before three digits may part thousands or decimals; write "- [x] 1500" or "- [x] 1.500"'

/**
 * The number of an entry, or what is wrong with it; the words never hold the number, as they may be shown.
 * @param text with white space collapsed to single spaces
 * @param lang of the deck, BCP 47 or ''; where it is known not to be English, a comma always means decimals
 */
export function numeral(text: string, lang: string): Numeral | string {
  const [first = '', second, ...more] = text.split(TOLERANCE).map(part => part.trim())
  const percent = second?.endsWith('%') ?? false
  const width = percent ? second?.slice(0, -1).trim() : second
  const parts = width === undefined ? [first] : [first, width]
  if (more.length > 0) return NONE
  for (const part of parts) {
    const [found] = NUMBER.exec(part) ?? []
    if (found === undefined) return NONE
    if (found !== part) return UNIT
    if (UNCLEAR.test(found) && /^(?:en\b|$)/i.test(lang)) return COMMA
  }
  const value = amount(first)
  const tolerance = width === undefined ? 0 : amount(width) * (percent ? Math.abs(value) / 100 : 1)
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return LARGE
  return tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY ? { value, tolerance } : NONE
}

/** −0 is 0. */
const amount = (written: string) =>
  Number(
    written
      .replace(/ /g, '')
      .replace(/[\u2212\u2013]/g, '-')
      .replace(',', '.'),
  ) || 0
