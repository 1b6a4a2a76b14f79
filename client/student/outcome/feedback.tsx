/** The deck's feedback on an answer; its links lead to slides already shown, on this phone alone. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DeckView } from '#wire/deck-view'
import { words } from '../../i18n/words.ts'
import { placeOf, type SlidePlace } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'

/** A slide named in running text, such as "slide: #volumes". */
const NAMED = /\bslide\s*:\s*(#[\p{L}\p{N}_/-]+)/giu

export function Feedback({ session, html }: { session: Session; html: string }) {
  const place = useRef<HTMLDivElement>(null)
  const deck = session.link.deck.value
  useLayoutEffect(() => {
    if (!place.current) return
    place.current.innerHTML = html
    if (deck) linkSlides(place.current, deck, session.go)
  }, [html, deck, session])
  return <div ref={place} dir="auto" class="prose" />
}

function linkSlides(root: HTMLElement, deck: DeckView, go: Session['go']) {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    if (!href.startsWith('#')) {
      link.target = '_blank'
      link.rel = 'noopener noreferrer'
      continue
    }
    const to = placeOf(deck, href)
    if (to) lead(link, to, go)
    else link.replaceWith(...link.childNodes)
  }
  for (const text of textsOf(root)) linkNames(text, deck, go)
}

/** Puts links in the place of slides that a text names. */
function linkNames(text: Text, deck: DeckView, go: Session['go']) {
  // From the last to the first, so that the places before stay where they are.
  for (const { 0: name, 1: href = '', index } of [...text.data.matchAll(NAMED)].reverse()) {
    const to = placeOf(deck, href)
    if (!to) continue
    const named = text.splitText(index)
    named.splitText(name.length)
    const link = document.createElement('a')
    link.href = href
    link.textContent = titleAt(deck, to)
    lead(link, to, go)
    named.replaceWith(link)
  }
}

function lead(link: HTMLAnchorElement, to: SlidePlace, go: Session['go']) {
  link.addEventListener('click', event => {
    event.preventDefault()
    go(to)
    scrollTo({ top: 0 })
  })
}

function titleAt(deck: DeckView, to: SlidePlace): string {
  const { number = '', title = '' } = deck.slides[to.h]?.[to.v] ?? {}
  return words.value.student.slideNumber(number, title)
}

function textsOf(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text && !node.parentElement?.closest('a, code, pre')) found.push(node)
  }
  return found
}
