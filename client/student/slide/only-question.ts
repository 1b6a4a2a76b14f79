/** Whether a slide says no more than the panel does when that asks its question. */
import type { SlideView } from '#wire/deck-view'

/** What shows nothing by itself, and what the panel says. */
const ASIDE = 'h1, h2, h3, h4, h5, h6, [data-poll], aside, style, script'
const SHOWN = 'img, svg, video, audio, iframe, canvas'

export function isOnlyQuestion({ html, attributes }: SlideView): boolean {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  for (const aside of content.querySelectorAll(ASIDE)) aside.remove()
  const grounded = Object.keys(attributes).some(name => /^data-background(-(image|video|iframe))?$/.test(name))
  return !grounded && content.textContent?.trim() === '' && !content.querySelector(SHOWN)
}
