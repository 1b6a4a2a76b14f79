/** Whether something on the page lies over what a slide shows. */

/** What shows something without text of its own, or beyond its text. */
const SHOWN = 'img, svg, video, canvas, iframe, pre, table'

/** Of the current slide; false while there is none. */
export function coversSlide(element: HTMLElement, stage: Element): boolean {
  const section = currentSection(stage)
  if (!section) return false
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return rects(section).some(
    rect => rect.width > 0 && rect.right > left && rect.left < right && rect.bottom > top && rect.top < bottom,
  )
}

/** Whether it is known what the current slide will be over: it is where it will stay, or makes room by itself. */
export function isSettled(stage: Element): boolean {
  const section = currentSection(stage)
  return section !== null && (section.classList.contains('asking') || section.getAnimations().length === 0)
}

export const currentSection = (stage: Element) => stage.querySelector<HTMLElement>('section.present:not(.stack)')

function rects(section: Element): DOMRect[] {
  const found = [...section.querySelectorAll(SHOWN)].map(shown => shown.getBoundingClientRect())
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    if (!texts.currentNode.textContent?.trim()) continue
    range.selectNodeContents(texts.currentNode)
    found.push(...range.getClientRects())
  }
  return found
}
