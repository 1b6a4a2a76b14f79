/** Numbers as people write them. Pure. */

/** Numbers of greater size lose their last digits; the server takes none. */
const LARGEST = Number.MAX_SAFE_INTEGER

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * The number that a text says, with a decimal point or comma and digits in groups; or why it says none. A single comma or
 * point is decimal; of both, the last is, and one that occurs twice parts groups.
 */
export function readNumber(text: string): number | 'not-number' | 'too-large' {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/gu, '')
    .replace(/^[−–]/, '-')
  const digits = withPoint(plain)
  if (!PLAIN.test(digits)) return 'not-number'
  const value = Number(digits)
  if (!(Math.abs(value) <= LARGEST)) return 'too-large'
  return value === 0 ? 0 : value
}

/** The number with the decimal sign of a language. */
export const writeNumber = (value: number, lang: string): string =>
  String(value).replace('.', decimalSign(lang)).replace(/^-/, '−')

/** The text with the other sign. */
export function negated(text: string): string {
  const bare = text.trimStart()
  return /^[-−–]/.test(bare) ? bare.slice(1) : `−${bare.replace(/^\+/, '')}`
}

function withPoint(text: string): string {
  const decimal = text[Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))] ?? '.'
  const [group, count] = [decimal === ',' ? '.' : ',', text.split(decimal).length - 1]
  if (count > 1) return text.includes(group) ? '' : grouped(text, decimal)
  return text.includes(group) ? grouped(text, group, decimal).replace(decimal, '.') : text.replace(decimal, '.')
}

/** Without the signs between groups of three digits; '' where the groups are others. */
function grouped(text: string, sign: string, decimal = sign): string {
  const [whole = ''] = decimal === sign ? [text] : text.split(decimal)
  const [first = '', ...rest] = whole.split(sign)
  const fits = /^[+-]?\d{1,3}$/.test(first) && rest.every(part => /^\d{3}$/.test(part))
  return fits ? text.replaceAll(sign, '') : ''
}

const decimalSign = (lang: string) =>
  new Intl.NumberFormat(lang).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
