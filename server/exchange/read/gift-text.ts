/** GIFT's texts: escapes, held back in characters that no text has, and formats. */
import { Marked } from 'marked'
import { contentOfHtml, contentOfText } from '../content.ts'
import type { Content } from '../question-item.ts'

const FORMATS = ['moodle', 'html', 'plain', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

export interface GiftText {
  format: Format
  /** With its escapes held back. */
  text: string
}

const SIGNS = '\\:#={}~\n'
/** The first of Unicode's noncharacters. */
const FIRST = 0xfdd0

const MARKDOWN = new Marked({ gfm: true })

/** `\=` and its like, as Moodle reads them: `\n` is a line break. */
export const maskEscapes = (text: string): string =>
  text.replace(/\\([\\:#={}~n])/g, (_, sign: string) =>
    String.fromCharCode(FIRST + SIGNS.indexOf(sign === 'n' ? '\n' : sign)),
  )

export const unmaskEscapes = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd7]/g, sign => SIGNS.charAt(sign.charCodeAt(0) - FIRST))

/** A text that may begin with its format, as `[html]`; the question's text decides for its answers. */
export function giftText(written: string, usual: Format): GiftText {
  const text = written.trim()
  const format = FORMATS.find(name => text.startsWith(`[${name}]`))
  return format ? { format, text: text.slice(format.length + 2).trim() } : { format: usual, text }
}

/** Moodle's own format, the default, is HTML whose line breaks count. */
export function contentOfGift({ format, text }: GiftText): Content {
  const value = unmaskEscapes(text)
  if (format === 'plain') return contentOfText(value)
  if (format === 'markdown') return contentOfHtml(MARKDOWN.parse(value, { async: false }).trim())
  if (format === 'html') return contentOfHtml(value)
  return /[<&]/.test(value) ? contentOfHtml(value.replace(/\n/g, '<br>')) : contentOfText(value)
}

/** The words of a short answer, which no format marks up. */
export const wordsOf = ({ text }: GiftText): string => unmaskEscapes(text).replace(/\s+/g, ' ').trim()
