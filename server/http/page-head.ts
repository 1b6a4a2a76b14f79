/** What is written into a built page before it goes out: its language, and what it shows and fetches of a lesson before any script runs. */
import type { Request } from 'express'
import type { Deck } from '../deck/deck.ts'
import { dirAttribute, type Spoken } from '../deck/direction.ts'
import { escaped } from '../escape.ts'

/** A language's words, as the build names them in a page (build/preload.ts). */
const WORDS = /\s*<link [^>]*hreflang="([a-z]+)"[^>]*>/g

/** @param html of any built page */
export const languagesOf = (html: string) => [...html.matchAll(WORDS)].map(([, tag = '']) => tag)

/**
 * In the first requested language that the page has words for; only those words are preloaded. The direction of writing is
 * that of the class's language, whatever language the page itself is in.
 */
export function inLanguage(html: string, request: Request, asked: Spoken): string {
  const { lang = '' } = asked
  const known = languagesOf(html)
  const tags = [lang, ...request.acceptsLanguages()].map(tag => tag.slice(0, 2).toLowerCase())
  const chosen = tags.find(tag => known.includes(tag)) ?? 'en'
  return html
    .replace('<html lang="en">', `<html lang="${chosen}"${dirAttribute(asked)}>`)
    .replace(WORDS, (link, tag) => (tag === chosen ? link : ''))
}

/** With the deck's title, and with preload links for what the page's script will ask for. */
export function withDeck(html: string, { title }: Deck, sheets: string[], data: string[]): string {
  const links = [
    ...sheets.map(href => `<link rel="preload" as="style" href="${escaped(href)}">`),
    ...data.map(href => `<link rel="preload" as="fetch" crossorigin href="${escaped(href)}">`),
  ]
  return html
    .replace('<title>Amphi<', () => `<title>${escaped(title)} · Amphi<`)
    .replace('>Amphi</h1>', () => `>${escaped(title)}</h1>`)
    .replace('</head>', () => `${links.map(link => `  ${link}\n`).join('')}  </head>`)
}
