/** Draws the deck's Mermaid diagrams for everyone: the only importer of Mermaid, which phones never load. */
import { effect } from '@preact/signals'
import type { Mermaid } from 'mermaid'
import type { DeckView } from '#wire/deck-view'
import type { Link } from '../connection/link.ts'
import { configured, drawDiagram } from './draw-diagram.ts'
import { applyTheme } from './theme.ts'

/**
 * Draws what nobody has drawn yet, once the page has been let in and after each change of the deck.
 * @param say told which slide's diagram is broken, and how; at most once for each
 * @returns what ends that
 */
export function drawDiagrams(
  code: string,
  { deck, state }: Pick<Link, 'deck' | 'state'>,
  say: (slide: string, problem: string) => void = () => {},
): () => void {
  const told = new Set<string>()
  let work = Promise.resolve()
  let version: string | undefined
  return effect(() => {
    const view = deck.value
    if (!view || view.version === version || state.value.is !== 'live') return
    version = view.version
    work = work.then(() => drawAll(view)).catch(error => console.warn(error))
  })

  async function drawAll(view: DeckView) {
    const response = await fetch(`/api/lessons/${code}/diagrams`)
    if (!response.ok) return
    const sources: Record<string, string> = await response.json()
    const all = Object.entries(sources)
    if (all.length === 0) return
    await applyTheme(view)
    const mermaid = await load()
    for (const [name, source] of all) {
      const drawn = await drawDiagram(mermaid, source)
      const broken = drawn instanceof Error
      if (broken && !told.has(name)) {
        told.add(name)
        console.warn(drawn)
        say(slideOf(view, name), drawn.message.replace(/:?\n[\s\S]*/, ''))
      }
      const taken = await send(name, broken ? 'text/plain' : 'image/svg+xml', broken ? drawn.message : drawn)
      // Larger than the server takes: nobody need wait for it.
      if (!taken && !broken) await send(name, 'text/plain', 'too large')
    }
  }

  /** Whether the server took it. */
  async function send(name: string, type: string, body: string): Promise<boolean> {
    const headers = { 'Content-Type': type }
    const { ok } = await fetch(`/api/lessons/${code}/diagrams/${name}`, { method: 'POST', headers, body })
    return ok
  }
}

async function load(): Promise<Mermaid> {
  const { default: mermaid } = await import('mermaid')
  return configured(mermaid)
}

/** The number of the slide that shows a diagram, or has it in its notes. */
function slideOf(deck: DeckView, name: string): string {
  const shows = (slide: DeckView['slides'][0][0]) => `${slide?.html}${slide?.notes}`.includes(`/diagrams/${name}.svg`)
  return deck.slides.flat().find(shows)?.number ?? ''
}
