/** Texts in GIFT: their formats, and escapes, which are masked by characters that no text contains. */
import { Marked } from 'marked'
import { contentOfHtml, contentOfText } from '../content.ts'
import type { Content } from '../question-item.ts'

const FORMATS = ['moodle', 'html', 'plain', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

export interface GiftText {
  format: Format
  /** With escapes masked. */
  text: string
}

const SIGNS = '\\:#={}~\n'
/** The first Unicode noncharacter. */
const FIRST = 0xfdd0

const MARKDOWN = new Marked({ gfm: true })

/** `\=` and the like, as in Moodle: `\n` is a line break. */
export const maskEscapes = (text: string): string =>
  text.replace(/\\([\\:#={}~n])/g, (_, sign: string) =>
    String.fromCharCode(FIRST + SIGNS.indexOf(sign === 'n' ? '\n' : sign)),
  )

export const unmaskEscapes = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd7]/g, sign => SIGNS.charAt(sign.charCodeAt(0) - FIRST))

/** A text that may start with its format, such as `[html]`; answers default to the question's format. */
export function giftText(written: string, usual: Format): GiftText {
  const text = written.trim()
  const format = FORMATS.find(name => text.startsWith(`[${name}]`))
  return format ? { format, text: text.slice(format.length + 2).trim() } : { format: usual, text }
}

/** The default, Moodle's own format, is HTML in which line breaks count. */
export function contentOfGift({ format, text }: GiftText): Content {
  const value = unmaskEscapes(text)
  if (format === 'plain') return contentOfText(value)
  if (format === 'markdown') return contentOfHtml(MARKDOWN.parse(value, { async: false }).trim())
  if (format === 'html') return contentOfHtml(value)
  return /[<&]/.test(value) ? contentOfHtml(value.replace(/\n/g, '<br>')) : contentOfText(value)
}

/** Plain text of a short answer, which has no markup in any format. */
export const wordsOf = ({ text }: GiftText): string => unmaskEscapes(text).replace(/\s+/g, ' ').trim()
