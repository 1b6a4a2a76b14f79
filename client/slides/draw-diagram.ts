/** One diagram from its source, drawn to go with the theme that the page has. */
import type { Mermaid } from 'mermaid'
import { ground } from '../style/contrast.ts'

/** Arial has the same widths under other names nearly everywhere: what fits its box here does so on a phone. */
const FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif'
/** Mermaid writes for a page that is read from near; a slide is not. */
const SCALE = 1.5

/** Mermaid, made to draw for slides. */
export function configured(mermaid: Mermaid): Mermaid {
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
export async function drawDiagram(mermaid: Mermaid, source: string): Promise<string | Error> {
  const place = document.createElement('div')
  place.style.cssText = 'position: fixed; left: -10000px; top: 0; width: 960px; visibility: hidden'
  place.ariaHidden = 'true'
  document.body.append(place)
  try {
    const { svg } = await mermaid.render(`diagram-${crypto.getRandomValues(new Uint32Array(1))[0]}`, source, place)
    place.innerHTML = svg
    const drawn = place.querySelector('svg')
    if (!drawn) return new Error('nothing was drawn')
    const { width, height } = drawn.viewBox.baseVal
    drawn.setAttribute('width', String(Math.ceil(width * SCALE)))
    drawn.setAttribute('height', String(Math.ceil(height * SCALE)))
    drawn.style.removeProperty('max-width')
    return new XMLSerializer().serializeToString(drawn)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    place.remove()
  }
}
