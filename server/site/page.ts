/** The HTML of a site's pages: a deck's own, and the list of several. Every address in them is relative. */
import type { Deck } from '../deck/deck.ts'
import { nodes, text } from '../deck/element.ts'
import { escaped } from '../escape.ts'
import type { DeckView } from '../wire/messages.ts'

export interface DeckPage {
  deck: DeckView
  /** Addresses of style sheets, in order. */
  sheets: string[]
  /** Addresses of scripts, in order; the last one draws. */
  scripts: string[]
  /** Address of a diagram's picture → Mermaid source. */
  diagrams: Record<string, string>
  /** Plain text; '' when there is nothing to say. */
  description: string
}

/** Signs of a description, as link previews cut it. */
const LONGEST = 200

export function deckPage({ deck, sheets, scripts, diagrams, description }: DeckPage): string {
  return page(
    deck.lang,
    deck.title,
    [...about(deck.title, description), ...sheets.map(address => `<link rel="stylesheet" href="${escaped(address)}">`)],
    [
      '<main id="deck"><noscript>These slides need JavaScript.</noscript></main>',
      `<script type="application/json" id="data">${inScript({ deck, diagrams })}</script>`,
      ...scripts.map(address => `<script src="${escaped(address)}"></script>`),
    ],
  )
}

export interface Entry {
  title: string
  address: string
  slides: number
}

export function listPage(title: string, entries: Entry[]): string {
  const items = entries.map(({ title, address, slides }) => {
    const count = `${slides} ${slides === 1 ? 'slide' : 'slides'}`
    return `<li><a href="${escaped(address)}">${escaped(title)}</a> <small>${count}</small></li>`
  })
  return page(
    'en',
    title,
    [...about(title, ''), `<style>${LIST}</style>`],
    [`<main>`, `<h1>${escaped(title)}</h1>`, '<ul>', ...items, '</ul>', '</main>'],
  )
}

/** What the first slide says, for link previews and search engines. */
export function description(deck: Deck): string {
  const words = text(nodes(deck.slides[0]?.[0]?.html.at(-1) ?? ''))
  return words.length > LONGEST ? `${[...words].slice(0, LONGEST - 1).join('')}…` : words
}

function page(lang: string, title: string, head: string[], body: string[]): string {
  return `<!doctype html>
<html${lang && ` lang="${escaped(lang)}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
${head.join('\n')}
</head>
<body>
${body.join('\n')}
</body>
</html>
`
}

function about(title: string, words: string): string[] {
  const tags = [`<meta property="og:title" content="${escaped(title)}">`, '<meta property="og:type" content="website">']
  if (!words) return tags
  const content = `content="${escaped(words)}"`
  return [...tags, `<meta name="description" ${content}>`, `<meta property="og:description" ${content}>`]
}

/** JSON that no text in it can end early. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const LIST = `
:root { color-scheme: light dark }
main { max-width: 40rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.5rem }
ul { padding: 0; list-style: none }
li { padding: 0.5rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
small { opacity: 0.7; margin-left: 0.5em }
`
