/** Long code shows the lines that its step points at, as with reveal.js' highlight plugin, whose other work the server has done. */

export function pointAtLines(section: HTMLElement) {
  for (const block of section.querySelectorAll<HTMLElement>('pre code')) {
    const lines = [...block.querySelectorAll<HTMLElement>('.highlight-line')]
    const [first, last] = [lines[0], lines.at(-1)]
    if (first && last) {
      const middle = (first.offsetTop + last.offsetTop + last.offsetHeight) / 2
      block.scrollTop = middle - block.clientHeight / 2
    }
    if (scrolls(block)) block.tabIndex = 0
  }
}

/** Whether a reader can scroll it; the wall and the previews keep still. */
function scrolls(block: HTMLElement): boolean {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = block
  if (scrollHeight <= clientHeight && scrollWidth <= clientWidth) return false
  return getComputedStyle(block).overflowY !== 'hidden'
}
