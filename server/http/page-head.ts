/** Fills in a built page's head before it is sent: language, title and preload links, so that they work before any script. */
import type { Request } from 'express'
import type { Deck } from '../deck/deck.ts'
import { dirAttribute, type Spoken } from '../deck/language.ts'
import { escaped } from '../escape.ts'

/** Preload link of a language's words, as the build writes it (build/preload.ts). */
const WORDS = /\s*<link [^>]*hreflang="([a-z]+)"[^>]*>/g

/** @param html of any built page */
export const languagesOf = (html: string) => [...html.matchAll(WORDS)].map(([, tag = '']) => tag)

/**
 * In the deck's language or else the browser's, if the page has words for it; only those words are preloaded. The text
 * direction follows the deck, whatever language the page itself is in.
 */
export function inLanguage(html: string, request: Request, deck: Spoken): string {
  const { lang = '' } = deck
  const known = languagesOf(html)
  const tags = [lang, ...request.acceptsLanguages()].map(tag => tag.slice(0, 2).toLowerCase())
  const chosen = tags.find(tag => known.includes(tag)) ?? 'en'
  return html
    .replace('<html lang="en">', `<html lang="${chosen}"${dirAttribute(deck)}>`)
    .replace(WORDS, (link, tag) => (tag === chosen ? link : ''))
}

/** With the deck's title and with preload links for what the page's script will request. */
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
