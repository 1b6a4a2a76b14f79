/** The page of a deck written as a site: draws what the page itself holds, with no server to ask. */
import type { DeckView } from '#wire/deck-view'
import { lessonLang, speak } from '../i18n/words.ts'
import { openDeck } from '../slides/deck.ts'
import { withDiagrams } from './site-diagrams.ts'
import './site.css'

/** What the page holds as JSON. */
export interface SiteData {
  deck: DeckView
  /** Address of a diagram's picture → Mermaid source. */
  diagrams: Record<string, string>
}

void start()

async function start() {
  const place = document.getElementById('deck')
  const held = document.getElementById('data')?.textContent
  if (!place || !held) return
  const { deck, diagrams }: SiteData = JSON.parse(held)
  lessonLang.value = deck.lang
  await speak()
  await openDeck(place, { ...deck, slides: await withDiagrams(deck.slides, diagrams) })
  await Promise.all([document.fonts.ready, ...[...document.images].map(loaded)])
  // For what prints the page.
  document.documentElement.dataset.drawn = 'true'
}

const loaded = (image: HTMLImageElement) => image.decode().catch(() => {})
