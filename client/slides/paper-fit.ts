/** Slides on paper, where nobody can scroll and reveal.js cuts off what is taller than its page. */

/** A slide is made no smaller than this part of its size; what is still too tall goes on on a next page. */
const LEAST_SCALE = 0.5
/** Part of a page that a slide made smaller fills. */
const FILLED = 0.96
/** Px that two pages of one slide have in common, so that no line is cut on both. */
const COMMON = 80

/** Lays out again, with the pictures loaded, what has no room on the page that reveal.js made for it. */
export function fitPages(root: HTMLElement): void {
  const height = Number.parseFloat(document.body.style.height)
  const width = Number.parseFloat(document.body.style.width)
  if (!(height > 0 && width > 0)) return
  for (const page of root.querySelectorAll<HTMLElement>('.pdf-page')) fitPage(page, width, height)
}

function fitPage(page: HTMLElement, width: number, height: number) {
  const slide = page.querySelector<HTMLElement>(':scope > section')
  const tall = slide?.scrollHeight ?? 0
  if (!slide || (slide.offsetTop + tall <= height && page.offsetHeight <= height)) return
  const scale = tall <= height ? 1 : Math.max(LEAST_SCALE, (height * FILLED) / tall)
  const shown = tall * scale
  const top = Math.max((height - shown) / 2, (height * (1 - FILLED)) / 2)
  page.style.height = `${height - 1}px`
  slide.style.zoom = String(scale)
  slide.style.left = `${(width - slide.offsetWidth * scale) / 2 / scale}px`
  slide.style.top = `${(tall <= height ? (height - tall) / 2 : top) / scale}px`
  let last: Element = page
  for (let from = height - COMMON; top + shown > from + COMMON; from += height - COMMON) {
    const next = page.cloneNode(true) as HTMLElement
    const rest = next.querySelector<HTMLElement>(':scope > section')
    if (rest) rest.style.top = `${(top - from) / scale}px`
    last.after(next)
    last = next
  }
}
