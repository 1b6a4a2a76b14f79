/** Numbers as the page's language writes them. */
import { numeral } from '../../../i18n/plural.ts'
import { lang } from '../../../i18n/words.ts'

/** A part of a whole in per cent; of nothing, 0 %. */
export const percent = (count: number, total: number): string =>
  new Intl.NumberFormat(lang.value, { style: 'percent', maximumFractionDigits: 0 }).format(total ? count / total : 0)

/** A number as it was given, however large or small. */
export const exact = (value: number): string => format(value, { maximumFractionDigits: 10 })

/** A mean, a median, the end of a class: as many digits as say something. */
export const rounded = (value: number): string =>
  format(value, Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 })

/** Labels for numbers that stand in equal steps: short for large ones, with the digits that tell them apart. */
export function short(value: number, step: number): string {
  const size = Math.abs(value)
  if (size < LONG || size >= LARGE * LARGE) return exact(value)
  const digits = Math.min(21, Math.max(1, Math.ceil(Math.log10(size / step)) + 1))
  return numeral(lang.value, { notation: 'compact', maximumSignificantDigits: digits })(value)
}

/** From here on a number is too wide for an axis. */
const LONG = 1e5
/** Sizes outside of these are written with a power of ten. */
const [SMALL, LARGE] = [1e-4, 1e9]

function format(value: number, options: Intl.NumberFormatOptions): string {
  const size = Math.abs(value)
  const plain = size === 0 || (size >= SMALL && size < LARGE)
  const way: Intl.NumberFormatOptions = plain ? options : { notation: 'scientific', maximumSignificantDigits: 4 }
  return numeral(lang.value, way)(value)
}
