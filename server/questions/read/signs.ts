/** GIFT's escapes, held back from its grammar in characters that no text has, and its texts. */
import type { TextFormat } from 'gift-pegjs'
import { Marked } from 'marked'
import { withFormulas } from '../formula.ts'
import type { Content } from '../item.ts'
import { literal, markup, plain } from '../markup.ts'

const SIGNS = '\\:#={}~\n'
/** The first of Unicode's noncharacters. */
const FIRST = 0xfdd0

const MARKDOWN = new Marked({ gfm: true })

/** `\=` and its like, as Moodle reads them: `\n` is a line break. */
export function held(text: string): string {
  return text.replace(/\\([\\:#={}~n])/g, (_, sign: string) => held.sign(sign === 'n' ? '\n' : sign))
}
held.sign = (sign: string) => String.fromCharCode(FIRST + SIGNS.indexOf(sign))

export const released = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd7]/g, sign => SIGNS.charAt(sign.charCodeAt(0) - FIRST))

/** Moodle's own format, the default, is HTML whose line breaks count. */
export function textOf({ format, text }: TextFormat): Content {
  const value = released(text)
  if (format === 'plain') return plain(value)
  if (format === 'markdown') return markup(MARKDOWN.parse(value, { async: false }).trim())
  if (format === 'html') return markup(value)
  return /[<&]/.test(value) ? markup(value.replace(/\n/g, '<br>')) : plain(value)
}

/** The words of a short answer, which no format marks up. */
export const wordsOf = ({ text }: TextFormat): string => released(text).replace(/\s+/g, ' ').trim()

/** A formula's source is text like any other. */
export const content = (text: string): Content => withFormulas([literal(text)])
