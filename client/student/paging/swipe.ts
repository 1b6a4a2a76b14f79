/** A finger drawn across an element from side to side. */

/** Px that count as a swipe. */
const FAR = 48

/** @param swiped told 1 for a finger going onward, which is left, or right on a page that reads from right to left; -1 for back */
export function onSwipe(element: HTMLElement, swiped: (direction: -1 | 1) => void): () => void {
  let start: Touch | undefined
  const begin = (event: TouchEvent) => {
    // Where a finger scrolls from side to side, it does not page.
    const scrolls = event.target instanceof Element && event.target.closest('[tabindex="0"]') !== null
    start = event.touches.length === 1 && !scrolls ? event.touches[0] : undefined
  }
  const end = (event: TouchEvent) => {
    const last = event.changedTouches[0]
    // A page zoomed in is being moved about, not paged.
    if (!start || !last || (visualViewport?.scale ?? 1) > 1.05) return
    const x = last.clientX - start.clientX
    const y = last.clientY - start.clientY
    start = undefined
    if (Math.abs(x) > FAR && Math.abs(x) > 2 * Math.abs(y)) swiped(x < 0 === (document.dir !== 'rtl') ? 1 : -1)
  }
  element.addEventListener('touchstart', begin, { passive: true })
  element.addEventListener('touchend', end, { passive: true })
  return () => {
    element.removeEventListener('touchstart', begin)
    element.removeEventListener('touchend', end)
  }
}
