/** The HTML of a site's pages: one per deck, and a list of several. All addresses are relative. */
import type { Deck } from '../deck/deck.ts'
import { dirAttribute, type Spoken } from '../deck/language.ts'
import { parseHtml, text } from '../deck/render/element.ts'
import { escaped } from '../escape.ts'
import type { DeckView } from '../wire/deck-view.ts'

export interface DeckPage {
  deck: DeckView
  /** Addresses of style sheets, in order. */
  sheets: string[]
  /** Addresses of scripts, in order; the last one renders the slides. */
  scripts: string[]
  /** Address of a diagram's picture → its Mermaid source. */
  diagrams: Record<string, string>
  /** Plain text; may be ''. */
  description: string
}

/** Longest description, in characters; link previews cut off more. */
const LONGEST_DESCRIPTION = 200

export function deckPage({ deck, sheets, scripts, diagrams, description }: DeckPage): string {
  return page(
    deck,
    deck.title,
    [...about(deck.title, description), ...sheets.map(address => `<link rel="stylesheet" href="${escaped(address)}">`)],
    [
      '<main id="deck"><noscript>These slides need JavaScript.</noscript></main>',
      `<script type="application/json" id="data">${inScript({ deck, diagrams })}</script>`,
      ...scripts.map(address => `<script src="${escaped(address)}"></script>`),
    ],
  )
}

export interface DeckEntry {
  title: string
  address: string
  slides: number
}

/** @param lang of the decks; English if there is no translation */
export function listPage(title: string, entries: DeckEntry[], lang: string): string {
  const known = SLIDES.has(lang.slice(0, 2)) ? lang : 'en'
  const [one, other] = SLIDES.get(known.slice(0, 2)) ?? []
  const form = new Intl.PluralRules(known)
  const items = entries.map(({ title, address, slides }) => {
    const count = `${slides} ${form.select(slides) === 'one' ? one : other}`
    return `<li><a href="${escaped(address)}">${escaped(title)}</a> <small>${count}</small></li>`
  })
  return page(
    { lang: known },
    title,
    [...about(title, ''), `<style>${LIST}</style>`],
    [`<main>`, `<h1>${escaped(title)}</h1>`, '<ul>', ...items, '</ul>', '</main>'],
  )
}

/** Text of the first slide, for link previews and search engines. */
export function description(deck: Deck): string {
  const words = text(parseHtml(deck.slides[0]?.[0]?.html.at(-1) ?? ''))
  return words.length > LONGEST_DESCRIPTION ? `${[...words].slice(0, LONGEST_DESCRIPTION - 1).join('')}…` : words
}

function page(deck: Spoken & { lang: string }, title: string, head: string[], body: string[]) {
  const { lang } = deck
  return `<!doctype html>
<html${lang && ` lang="${escaped(lang)}"`}${dirAttribute(deck)}>
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

/** JSON whose texts cannot close the script element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Language → "slide", singular and plural. */
const SLIDES = new Map([
  ['en', ['slide', 'slides']],
  ['fr', ['diapositive', 'diapositives']],
])

/** Matches Amphi's pages (client/style/tokens.css), but as a file of its own. */
const LIST = `
:root { color-scheme: light dark; background: light-dark(#f8f8f6, #13161a); color: light-dark(#1b1e22, #eceef1) }
main { max-width: 52rem; margin: 0 auto; padding: 4rem 1rem; font: 1.0625rem/1.5 system-ui, sans-serif }
h1 { margin: 0 0 1.5rem; font-size: 2rem; line-height: 1.2; text-wrap: balance }
ul { margin: 0; padding: 0; list-style: none }
li { position: relative; padding: 1rem; border-bottom: 1px solid light-dark(#dddfe1, #31373e) }
li:hover { background: light-dark(#e6f0f9, #1a2c3d) }
a { display: block; color: inherit; font-size: 1.25rem; font-weight: 600; line-height: 1.3; text-decoration: none }
a::after { position: absolute; inset: 0; content: "" }
a:focus-visible { outline: none }
li:has(:focus-visible) { outline: 3px solid light-dark(#0b5fa5, #7cbcf2) }
small { color: light-dark(#555c65, #a8b0ba); font-size: 0.9375rem }
`
