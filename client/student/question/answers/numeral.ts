/** Numbers as people write them; decks are read alike (server/deck/numeral). Pure. */

/** Numbers of greater size lose their last digits; the server takes none. */
const LARGEST = Number.MAX_SAFE_INTEGER

const DECIMAL = /^[+-]?(?:\d+[.,٫]?\d*|[.,٫]\d+)(?:e[+-]?\d+)?$/i
/** By thousands; the last line also by hundreds of thousands, as in India. A first 0 begins no group. */
const GROUPED = new RegExp(
  `^[+-]?(?:${[
    '[1-9]\\d{0,2}(?: \\d{3})+(?:[.,٫]\\d*)?',
    '[1-9]\\d{0,2}(?:\\.\\d{3})+(?:[,٫]\\d*)?',
    '[1-9]\\d{0,2}(?:,\\d{3})+(?:[.٫]\\d*)?',
    '[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d*)?',
  ].join('|')})$`,
)

/**
 * The number that a text says, in digits of any script, with a decimal sign and groups of digits; or why it says none.
 * @param lang BCP 47; where a text can be read two ways, such as `1,000`, the language's own way is taken
 */
export function readNumber(text: string, lang: string): number | 'not-number' | 'too-large' {
  const [value = Number.NaN] = readings(text, lang)
  if (Number.isNaN(value)) return 'not-number'
  if (!(Math.abs(value) <= LARGEST)) return 'too-large'
  return value
}

/** What a text says to people who part decimals or thousands the other way; undefined where that is the same, or nothing. */
export function otherReading(text: string, lang: string): number | undefined {
  const [, other] = readings(text, lang)
  return other
}

/** The number with the decimal sign of a language. */
export const writeNumber = (value: number, lang: string): string =>
  String(value).replace('.', signOf('decimal', lang)).replace(/^-/, '−')

/** The text with the other sign. */
export function negated(text: string): string {
  const bare = text.trimStart()
  return /^[-−–]/.test(bare) ? bare.slice(1) : `−${bare.replace(/^\+/, '')}`
}

/** The likelier first. Digits in two groups are none, since nobody knows what parts them. */
function readings(text: string, lang: string): number[] {
  const plain = typed(text)
  const decimal = DECIMAL.test(plain) ? [amount(plain)] : []
  const grouped = GROUPED.test(plain) ? [amount(plain.replaceAll(/[ .,]/.exec(plain)?.[0] ?? ' ', ''))] : []
  const ownGroup = plain.includes(signOf('group', lang))
  return ownGroup ? [...grouped, ...decimal] : [...decimal, ...grouped]
}

/** −0 is 0. */
const amount = (digits: string) => Number(digits.replace(/[,٫]/, '.')) || 0

/** With the signs and digits of a typewriter. Exponents and fractions stay what they are: `10³` is not 103. */
const typed = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, wide => wide.normalize('NFKC'))
    .replace(/[^\P{Nd}0-9]/gu, digit)
    .replace(/[−–‐‑]/gu, '-')
    .replace(/،/gu, ',')
    .replace(/\s+/gu, ' ')
    .replace(/(\d)['’_٬](?=\d)/gu, '$1 ')
    .trim()
    .replace(/^([+-]) /, '$1')

/** Digits of a script stand in a row, from 0 to 9 (Unicode Standard, 4.6). */
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let value = 0
  while (/^\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value % 10)
}

/** As the language writes it with the digits 0 to 9. */
const signOf = (type: 'decimal' | 'group', lang: string) =>
  new Intl.NumberFormat(lang, { numberingSystem: 'latn' }).formatToParts(1_234_567.5).find(part => part.type === type)
    ?.value ?? '.'
