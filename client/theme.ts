/** The deck's look: the sheets of its reveal.js and highlight.js themes. */
import type { DeckView } from '#wire/messages'

const worn = new Map<string, { link: HTMLLinkElement; loaded: Promise<void> }>()

/** Puts the deck's two sheets on the page, once however many stages there are; resolves when they are in, or cannot be had. */
export async function wear(deck: DeckView): Promise<void> {
  await Promise.all([sheet('reveal', deck.theme), sheet('highlight', deck.highlightTheme)])
}

function sheet(kind: string, name: string): Promise<void> {
  const href = `/themes/${kind}/${encodeURIComponent(name)}.css`
  const old = worn.get(kind)
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
  document.head.append(link)
  worn.set(kind, { link, loaded })
  return loaded
}
