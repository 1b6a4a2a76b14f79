/** Numbers as people write them, in decks and on phones alike. Pure. */
import { LARGEST_NUMBER } from './number-tolerance.ts'

const POWER = '(?:e[-+]?\\d+)?'
const DECIMAL = new RegExp(`^[-+]?(?:\\d+[.,٫]?\\d*|[.,٫]\\d+)${POWER}$`, 'i')
/** By thousands; the last line also by hundreds of thousands, as in India. A first 0 begins no group. */
const GROUPED = new RegExp(
  `^[-+]?(?:${[
    '[1-9]\\d{0,2}(?: \\d{3})+(?:[.,٫]\\d*)?',
    '[1-9]\\d{0,2}(?:\\.\\d{3})+(?:[,٫]\\d*)?',
    '[1-9]\\d{0,2}(?:,\\d{3})+(?:[.٫]\\d*)?',
    '[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d*)?',
  ].join('|')})${POWER}$`,
  'i',
)

/** One way to read a text: whether its signs part thousands or only decimals, and what it then says. */
export interface NumberReading {
  as: 'grouped' | 'decimal'
  value: number
}

/**
 * The ways to read a text as a number, the likelier first, which is the language's own; two for one such as `1,000`, none
 * for what says no number. Digits in two groups are none, since nobody knows what parts them.
 * @param lang BCP 47; '' is English
 */
export function readings(text: string, lang: string): NumberReading[] {
  const typed = asTyped(text)
  const decimal: NumberReading[] = DECIMAL.test(typed) ? [{ as: 'decimal', value: amount(typed) }] : []
  const grouped: NumberReading[] = GROUPED.test(typed) ? [{ as: 'grouped', value: amount(ungrouped(typed)) }] : []
  return typed.includes(sign('group', lang)) ? [...grouped, ...decimal] : [...decimal, ...grouped]
}

/** The number that a text most likely says, or why it says none; see `readings`. */
export function readNumber(text: string, lang: string): number | 'not-number' | 'too-large' {
  const [likelier] = readings(text, lang)
  if (!likelier) return 'not-number'
  return Math.abs(likelier.value) <= LARGEST_NUMBER ? likelier.value : 'too-large'
}

/** What a text says to people who part decimals or thousands the other way; undefined where that is the same, or nothing. */
export const otherReading = (text: string, lang: string): number | undefined => readings(text, lang)[1]?.value

/** The number with the decimal sign of a language. */
export const writeNumber = (value: number, lang: string): string =>
  String(value).replace('.', sign('decimal', lang)).replace(/^-/, '−')

/** The text with the other sign. */
export function negated(text: string): string {
  const bare = text.trimStart()
  return /^[-−–]/.test(bare) ? bare.slice(1) : `−${bare.replace(/^\+/, '')}`
}

/** A text with the signs, digits and single spaces of a typewriter. Exponents and fractions stay what they are: `10³` is not 103. */
export const asTyped = (text: string): string =>
  westernDigits(text.replace(/\p{Cf}/gu, '').replace(/[\uFF01-\uFF5E]/g, wide => wide.normalize('NFKC')))
    .replace(/[−–‐‑]/gu, '-')
    .replaceAll('،', ',')
    .replaceAll('٪', '%')
    .replace(/\s+/gu, ' ')
    .replace(/(\d)['’_٬](?=\d)/gu, '$1 ')
    .trim()
    .replace(/^([+-]) /, '$1')

/** The digits of all scripts as 0 to 9. */
export const westernDigits = (text: string): string => text.replace(/[^\P{Nd}0-9]/gu, digit)

/** Digits of a script stand in a row, from 0 to 9 (Unicode Standard, 4.6). */
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let value = 0
  while (/^\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value % 10)
}

const ungrouped = (typed: string) => typed.replaceAll(/[ .,]/.exec(typed)?.[0] ?? ' ', '')

/** −0 is 0. */
const amount = (typed: string) => Number(typed.replace(/[,٫]/, '.')) || 0

/** As the language writes it with the digits 0 to 9. */
const sign = (type: 'decimal' | 'group', lang: string) =>
  new Intl.NumberFormat(lang || 'en', { numberingSystem: 'latn' })
    .formatToParts(1_234_567.5)
    .find(part => part.type === type)?.value ?? (type === 'group' ? ',' : '.')
