/** The wall around a question, less the join corner in each of the ways it may stand: all in the slide's own px. */

/** Between a question and the wall's edge, as a part of the wall's width. */
const EDGE = 24
/** Of the wall's height, for a question; as much as reveal.js gives a slide. */
const MOST_HEIGHT = 0.96

/** Where the corner is: at the end of the question, beside all of it, or a line in the margin under it. */
export type Side = 'below' | 'beside' | 'line'

export interface FreeArea {
  side: Side
  /** From the slide's left edge; the wall's left is below 0 where it is wider than a slide. */
  left: number
  right: number
  /** Where `right` is without the corner. */
  edge: number
  /** Of the whole wall. */
  height: number
  /** Height that a question may have. */
  most: number
  /** What the corner takes of the slide's foot, where it is not beside the question. */
  below: number
  /** How far it then reaches in from the right. */
  beside: number
}

/** In the order of preference. */
export function freeAreas(slides: HTMLElement): FreeArea[] {
  const stage = (slides.closest('.stage') ?? slides).getBoundingClientRect()
  const corner = document.querySelector<HTMLElement>('.corner')
  const scale = Number(getComputedStyle(slides).getPropertyValue('--slide-scale')) || 1
  const [width, height] = [stage.width / scale, stage.height / scale]
  const start = (slides.offsetWidth - width) / 2
  const margin = width / EDGE
  const most = Math.max(slides.offsetHeight, height * MOST_HEIGHT)
  const edge = start + width - margin
  const room: FreeArea = { side: 'below', left: start + margin, right: edge, edge, height, most, below: 0, beside: 0 }
  if (!corner) return [room]
  const over = (form: 'usual' | 'line') => {
    const { top, left } = placeOf(corner, form)
    const taken = (stage.right - left) / scale + margin / 2
    const below = Math.max(0, (height + most) / 2 - (top - stage.top) / scale)
    return { ...room, below, beside: Math.max(0, taken - margin) }
  }
  const below = over('usual')
  return [below, { ...room, side: 'beside', right: edge - below.beside }, { ...over('line'), side: 'line' }]
}

/** Where the corner would be in a form, whichever it has: a question's room must not depend on what it asks for. */
function placeOf(corner: HTMLElement, form: 'usual' | 'line'): DOMRect {
  const { form: before = '' } = corner.dataset
  corner.dataset.form = form
  const place = corner.getBoundingClientRect()
  corner.dataset.form = before
  return place
}
