/** The deck's look: the sheets of its reveal.js and highlight.js themes, KaTeX's where it has maths, then its own. */
import type { DeckView } from '#wire/deck-view'

const applied = new Map<string, { link: HTMLLinkElement; loaded: Promise<void> }>()

/** Puts the deck's sheets on the page, once however many stages there are; resolves when they have loaded or failed to. */
export async function applyTheme(deck: DeckView): Promise<void> {
  const sheets = sheetsOf(deck)
  for (const [place, { link }] of applied) {
    if (sheets.get(place)) continue
    link.remove()
    applied.delete(place)
  }
  await Promise.all([...sheets].map(([place, href]) => href && sheet(place, href)))
}

/** Whether two decks have the same sheets. */
export const sameTheme = (a: DeckView, b: DeckView) => String([...sheetsOf(a)]) === String([...sheetsOf(b)])

/** Place → address, in order. */
const sheetsOf = ({ theme, highlightTheme, maths, css }: DeckView) =>
  new Map([
    ['reveal', theme && `/themes/reveal/${encodeURIComponent(theme)}.css`],
    ['highlight', `/themes/highlight/${encodeURIComponent(highlightTheme)}.css`],
    ['maths', maths ? '/themes/katex/katex.css' : ''],
    ...css.map((href, index): [string, string] => [`own ${index}`, href]),
  ])

function sheet(place: string, href: string): Promise<void> {
  const old = applied.get(place)
  if (old?.link.getAttribute('href') === href) return old.loaded
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  const loaded = new Promise<void>(resolve => {
    link.onload = link.onerror = () => {
      old?.link.remove()
      resolve()
    }
  })
  // A sheet that takes another's place stands where it stood: later ones win over earlier ones.
  if (old) old.link.after(link)
  else document.head.append(link)
  applied.set(place, { link, loaded })
  return loaded
}
