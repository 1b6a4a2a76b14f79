/** Draws a site's diagrams in the reader's browser, with Mermaid, which the page loads before when there are any. */
import type { Mermaid } from 'mermaid'
import type { DeckView } from '#wire/deck-view'
import { configured, drawDiagram } from '../slides/draw-diagram.ts'

declare global {
  var mermaid: Mermaid | undefined
}

/** @param diagrams address of a diagram's picture → Mermaid source */
export async function withDiagrams(
  slides: DeckView['slides'],
  diagrams: Record<string, string>,
): Promise<DeckView['slides']> {
  const { mermaid } = globalThis
  if (!mermaid) return slides
  configured(mermaid)
  const drawn = new Map<string, string>()
  for (const [address, source] of Object.entries(diagrams)) {
    const svg = await drawDiagram(mermaid, source)
    if (!(svg instanceof Error)) drawn.set(address, `data:image/svg+xml,${encodeURIComponent(svg)}`)
  }
  return slides.map(stack => stack.map(slide => slide && { ...slide, html: replaced(slide.html, drawn) }))
}

const replaced = (html: string, drawn: Map<string, string>) =>
  [...drawn].reduce((text, [address, url]) => text.replaceAll(`"${address}"`, () => `"${url}"`), html)
