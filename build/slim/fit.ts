/** What reveal.js asks of the package `fitty` for `r-fit-text`: text as wide as its parent. Sizes in px. */
export default function fit(element: HTMLElement, { minSize, maxSize }: { minSize: number; maxSize: number }) {
  requestAnimationFrame(() => {
    const { parentElement, style } = element
    if (!parentElement) return
    const { fontSize, display } = getComputedStyle(element)
    if (!display.startsWith('inline-')) style.display = 'inline-block'
    style.whiteSpace = 'nowrap'
    const fitting = (parentElement.clientWidth / element.scrollWidth) * Number.parseFloat(fontSize)
    const size = Math.min(Math.max(minSize, fitting), maxSize)
    style.fontSize = `${size}px`
    if (size === minSize) style.whiteSpace = 'normal'
  })
}
