/** Sizes a question so that it fills its slide and never runs out of it. */

/** Text sizes tried, in em of the slide's text, largest first. */
const SIZES = [1, 0.95, 0.9, 0.84, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36, 0.3]
/** Below this size the slide's own headings give way too. */
const CROWDED = 0.66

/** Fits the box again whenever its place or content changes; returns what ends that. */
export function keepFitting(box: HTMLElement): () => void {
  const section = box.closest('section')
  if (!section) return () => {}
  const sizes = new ResizeObserver(() => shrink(box, section))
  sizes.observe(box)
  sizes.observe(section)
  const contents = new MutationObserver(() => shrink(box, section))
  contents.observe(box, { childList: true, subtree: true })
  shrink(box, section)
  return () => {
    sizes.disconnect()
    contents.disconnect()
  }
}

function shrink(box: HTMLElement, section: HTMLElement) {
  const slides = section.closest<HTMLElement>('.slides')
  if (!slides || box.offsetHeight === 0) return
  const { below, beside } = covered(slides)
  box.style.padding = `0 ${beside}px ${below}px`
  const height = slides.offsetHeight
  const takes = (size: number) => {
    section.classList.toggle('crowded', size < CROWDED)
    box.style.fontSize = `${size}em`
    return section.scrollHeight <= height
  }
  SIZES.some(takes)
}

/** Part of a slide's width that may be given up to the corner; beyond it, height is given up. */
const SIDE = 0.12

/** Between a question and the corner, in the slide's own px. */
const GAP = 12

/** What the corner covers of a slide, in the slide's own px: a strip on its side or, where that would be too much, at its foot. */
function covered(slides: HTMLElement): { below: number; beside: number } {
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const drawn = slides.getBoundingClientRect()
  if (!corner || corner.left >= drawn.right || corner.top >= drawn.bottom) return { below: 0, beside: 0 }
  const scale = drawn.width / slides.offsetWidth
  const beside = (drawn.right - corner.left) / scale + GAP
  if (beside < SIDE * slides.offsetWidth) return { below: 0, beside }
  return { below: (drawn.bottom - corner.top) / scale, beside: 0 }
}
