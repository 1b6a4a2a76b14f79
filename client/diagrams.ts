/** Draws the deck's Mermaid diagrams for everyone: the only importer of Mermaid, which phones never load. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Mermaid } from 'mermaid'
import type { DeckView } from '#wire/messages'
import { ground } from './ground.ts'
import { wear } from './theme.ts'

/** Arial has the same widths under other names nearly everywhere: what fits its box here does so on a phone. */
const FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif'
/** Mermaid writes for a page that is read from near; a slide is not. */
const SCALE = 1.5

/**
 * Draws what nobody has drawn yet, now and after each change of the deck.
 * @param say told which slide's diagram is broken, and how; at most once for each
 * @returns what ends that
 */
export function drawDiagrams(
  code: string,
  deck: ReadonlySignal<DeckView | undefined>,
  say: (slide: number, problem: string) => void = () => {},
): () => void {
  const told = new Set<string>()
  let work = Promise.resolve()
  let version: string | undefined
  return effect(() => {
    const view = deck.value
    if (!view || view.version === version) return
    version = view.version
    work = work.then(() => drawAll(view)).catch(error => console.warn(error))
  })

  async function drawAll(view: DeckView) {
    const response = await fetch(`/api/lessons/${code}/diagrams`)
    if (!response.ok) return
    const sources: Record<string, string> = await response.json()
    const all = Object.entries(sources)
    if (all.length === 0) return
    await wear(view)
    const mermaid = await load()
    for (const [name, source] of all) {
      const drawn = await draw(mermaid, source)
      const broken = drawn instanceof Error
      if (broken && !told.has(name)) {
        told.add(name)
        console.warn(drawn)
        say(slideOf(view, name), drawn.message.replace(/:?\n[\s\S]*/, ''))
      }
      await fetch(`/api/lessons/${code}/diagrams/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': broken ? 'text/plain' : 'image/svg+xml' },
        body: broken ? drawn.message : drawn,
      })
    }
  }
}

async function load(): Promise<Mermaid> {
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    theme: themeOfDeck(),
    fontFamily: FONT,
  })
  return mermaid
}

function themeOfDeck(): 'dark' | 'default' {
  const probe = document.createElement('div')
  probe.className = 'reveal-viewport'
  probe.hidden = true
  document.body.append(probe)
  const theme = ground(probe) === 'dark' ? 'dark' : 'default'
  probe.remove()
  return theme
}

/** An SVG that needs nothing beside it and has a size of its own; or what is wrong with the source. */
async function draw(mermaid: Mermaid, source: string): Promise<string | Error> {
  const place = document.createElement('div')
  place.style.cssText = 'position: fixed; left: -10000px; top: 0; width: 960px; visibility: hidden'
  place.ariaHidden = 'true'
  document.body.append(place)
  try {
    const { svg } = await mermaid.render(`diagram-${crypto.getRandomValues(new Uint32Array(1))[0]}`, source, place)
    place.innerHTML = svg
    const drawing = place.querySelector('svg')
    if (!drawing) return new Error('nothing was drawn')
    const { width, height } = drawing.viewBox.baseVal
    drawing.setAttribute('width', String(Math.ceil(width * SCALE)))
    drawing.setAttribute('height', String(Math.ceil(height * SCALE)))
    drawing.style.removeProperty('max-width')
    return new XMLSerializer().serializeToString(drawing)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    place.remove()
  }
}

/** Counted from 1; notes have no place of their own. */
function slideOf(deck: DeckView, name: string): number {
  return deck.slides.flat().findIndex(slide => `${slide?.html}${slide?.notes}`.includes(`/diagrams/${name}.svg`)) + 1
}
