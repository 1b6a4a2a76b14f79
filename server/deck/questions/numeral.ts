/** Numbers as teachers write them, with a tolerance; phones read theirs alike (client/student/answers/numeral). */

import { westernDigits } from '../../lesson/kinds/text-key.ts'

export interface Numeral {
  value: number
  /** Largest difference that still counts as this number. */
  tolerance: number
}

const POWER = '(?:e[-+]?\\d{1,3})?'
const DECIMAL = new RegExp(`^[-+]?(?:\\d+(?:[.,٫]\\d+)?|[.,٫]\\d+)${POWER}$`, 'i')
/** By thousands; the last line also by hundreds of thousands, as in India. A first 0 begins no group. */
const GROUPED = new RegExp(
  `^[-+]?(?:${[
    '[1-9]\\d{0,2}(?: \\d{3})+(?:[.,٫]\\d+)?',
    '[1-9]\\d{0,2}(?:\\.\\d{3})+(?:[,٫]\\d+)?',
    '[1-9]\\d{0,2}(?:,\\d{3})+(?:[.٫]\\d+)?',
    '[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?',
  ].join('|')})${POWER}$`,
  'i',
)
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
 * The number of an entry, or what is wrong with it; the words never hold the number, as they may be shown.
 * @param text with white space collapsed to single spaces
 * @param lang of the deck, BCP 47 or ''; what its language parts thousands with is refused where it may part decimals
 */
export function numeral(text: string, lang: string): Numeral | string {
  const [first = '', second, ...more] = typed(text)
    .split(TOLERANCE)
    .map(part => part.trim().replace(/^([-+]) /, '$1'))
  const percent = second?.endsWith('%') ?? false
  const width = percent ? second?.slice(0, -1).trim() : second
  if (more.length > 0) return NONE
  for (const part of width === undefined ? [first] : [first, width]) {
    if (!isNumber(part)) return isNumber(BEGINNING.exec(part)?.[0] ?? '') ? UNIT : NONE
    if (DECIMAL.test(part) && GROUPED.test(part) && part.includes(groupSign(lang))) {
      return part.includes(',') ? COMMA : POINT
    }
  }
  const value = amount(first)
  const tolerance = width === undefined ? 0 : amount(width) * (percent ? Math.abs(value) / 100 : 1)
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return LARGE
  return tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY ? { value, tolerance } : NONE
}

const isNumber = (part: string) => DECIMAL.test(part) || GROUPED.test(part)

/** −0 is 0. */
function amount(part: string): number {
  const digits = DECIMAL.test(part) ? part : part.replaceAll(/[ .,]/.exec(part)?.[0] ?? ' ', '')
  return Number(digits.replace(/[,٫]/, '.')) || 0
}

/** With the signs and digits of a typewriter. */
const typed = (text: string): string =>
  westernDigits(text.replace(/\p{Cf}/gu, ''))
    .replace(/[\uFF01-\uFF5E]/g, wide => wide.normalize('NFKC'))
    .replace(/[−–‐‑]/gu, '-')
    .replaceAll('،', ',')
    .replaceAll('٪', '%')
    .replace(/(\d)['’_٬](?=\d)/gu, '$1 ')

/** English where the language does not say, or writes no sign there. */
const groupSign = (lang: string) =>
  new Intl.NumberFormat(lang || 'en', { numberingSystem: 'latn' })
    .formatToParts(1_234_567)
    .find(({ type }) => type === 'group')?.value ?? ','
