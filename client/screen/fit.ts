/** Sizes a question so that it fills its slide and never runs out of it. */

/** Text sizes tried, in em of the slide's text, largest first. */
const SIZES = [1, 0.95, 0.9, 0.84, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36, 0.3]
/** An explanation may shrink the choices to this size, which the back row still reads; else it is left to the phones. */
const LEGIBLE = 0.72
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
  const { height, inset } = roomOn(slides)
  box.style.paddingInline = `${inset}px`
  const explanation = box.querySelector<HTMLElement>('.vote-explanation')
  const takes = (size: number) => {
    section.classList.toggle('crowded', size < CROWDED)
    box.style.fontSize = `${size}em`
    return section.scrollHeight <= height
  }
  if (explanation) {
    explanation.hidden = false
    if (SIZES.filter(size => size >= LEGIBLE).some(takes)) return
    explanation.hidden = true
  }
  SIZES.some(takes)
}

/** Part of a slide's width that may be given up to the corner; beyond it, height is given up. */
const SIDE = 0.12

/** Between a question and the corner, in the slide's own px. */
const GAP = 12

/** What the corner leaves of a slide, in the slide's own px: its height, less on both sides `inset`. */
function roomOn(slides: HTMLElement): { height: number; inset: number } {
  const [width, height] = [slides.offsetWidth, slides.offsetHeight]
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const drawn = slides.getBoundingClientRect()
  if (!corner || corner.left >= drawn.right || corner.top >= drawn.bottom) return { height, inset: 0 }
  const scale = drawn.width / width
  const beside = (drawn.right - corner.left) / scale + GAP
  if (beside < SIDE * width) return { height, inset: beside }
  // A slide is centred: what goes below goes above too.
  return { height: height - (2 * (drawn.bottom - corner.top)) / scale, inset: 0 }
}
