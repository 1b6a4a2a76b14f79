/** What a piece of the deck's HTML says, in words that can be spoken or listed. Pure. */
import { written } from './formula-text.ts'

/** All of it on one line, formulas in letters. */
export function textOf(html: string): string {
  return written(html)
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INSIDE, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Tags in the middle of a word or beside a comma, which part nothing. */
const INSIDE = /<\/?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|su[bp]|u)\b[^>]*>/gi

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }))
