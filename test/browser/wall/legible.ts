/** What on a wall cannot be read from the back row, in words. */
import type { Page } from 'playwright-core'

/** Text heights as parts of the wall's, of choices and of anything else. */
export interface Bounds {
  choices: number
  all: number
}

/** Text that is too small, cut off, or under the join code; of deck and chrome alike. Signs of formulas are as small as typesetting has them. */
export const hardToRead = (wall: Page, bounds: Bounds): Promise<string[]> => wall.evaluate(find, bounds)

/** Runs in the page. */
function find({ choices, all }: Bounds): string[] {
  const section = document.querySelector('section.present:not(.stack)')
  const scale = Number(
    getComputedStyle(document.querySelector('.slides') ?? document.body).getPropertyValue('--slide-scale'),
  )
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const found: string[] = []
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim()
    if (!element || !text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (element.closest('[class*="spoken"], .aria-status, .katex')) continue
    const onSlide = section?.contains(element) ?? false
    if (element.closest('section .slides, .slides section') && !onSlide) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    const { left, right, top, bottom, width } = range.getBoundingClientRect()
    if (width === 0) continue
    const size =
      (Number.parseFloat(getComputedStyle(element).fontSize) * (element.closest('.reveal') ? scale : 1)) / innerHeight
    const wanted = element.closest('.vote-text, .order-text, .text-given') ? choices : all
    if (size < wanted) found.push(`1/${(1 / size).toFixed(1)} of the height: ${text}`)
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push(`cut off: ${text}`)
    if (corner && onSlide && right > corner.left && bottom > corner.top) found.push(`under the corner: ${text}`)
  }
  return found
}
