/** A number as a teacher writes it, with a tolerance. */
import { LARGEST_NUMBER } from '../../rules/number-tolerance.ts'
import { asTyped, readings } from '../../rules/typed-number.ts'

export interface NumberWithTolerance {
  value: number
  /** Largest difference that still counts as this number. */
  tolerance: number
}

/** What may be a number before what is none. */
const BEGINNING = /^[-+]?[\d .,٫]*\d(?![\d.,٫])/
const TOLERANCE = /±|\+ ?\/? ?-/

const NONE = 'the entry is no number; write it such as "- [x] 3.14", "- [x] 3.14 ± 0.01" or "- [x] 3.14 ± 5%"'
const UNIT =
  'the number has something after it; put the unit into the question, and write the number alone, such as "- [x] 3.14 ± 0.01"'
const LARGE = 'the number is too large to be answered exactly; ask for it in a larger unit'
const COMMA = 'a comma before three digits may part thousands or decimals; write "- [x] 1500" or "- [x] 1.500"'
const POINT = 'a point before three digits may part thousands or decimals; write "- [x] 1500" or "- [x] 1,500"'

/**
 * The number of an entry, or what is wrong with it; students may see that message, so it does not quote the number.
 * @param text with white space collapsed to single spaces
 * @param lang of the deck, BCP 47 or ''; the sign with which its language groups thousands is refused where it could be a decimal sign
 */
export function readNumberEntry(text: string, lang: string): NumberWithTolerance | string {
  const [first = '', second, ...more] = asTyped(text).split(TOLERANCE)
  const percent = second?.trimEnd().endsWith('%') ?? false
  const width = percent ? second?.trimEnd().slice(0, -1) : second
  if (more.length > 0) return NONE
  for (const part of width === undefined ? [first] : [first, width]) {
    const [likelier, other] = readingsOf(part, lang)
    if (!likelier) return readingsOf(BEGINNING.exec(part.trim())?.[0] ?? '', lang).length > 0 ? UNIT : NONE
    if (likelier.as === 'grouped' && other) return part.includes(',') ? COMMA : POINT
  }
  const value = amount(first, lang)
  const tolerance = width === undefined ? 0 : amount(width, lang) * (percent ? Math.abs(value) / 100 : 1)
  if (!(Math.abs(value) <= LARGEST_NUMBER)) return LARGE
  return tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY ? { value, tolerance } : NONE
}

/** A decimal sign without decimals may be a full stop that slipped in. */
const readingsOf = (part: string, lang: string) => (/[.,٫](?!\d)/.test(part) ? [] : readings(part, lang))

const amount = (part: string, lang: string) => readings(part, lang)[0]?.value ?? 0
