/** Sizes a question so that it fills its slide and never runs out of it. */

/** Text sizes tried, in em of the slide's text, largest first. */
const SIZES = [0.9, 0.84, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36, 0.3]
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
  const room = roomOn(slides)
  const explanation = box.querySelector<HTMLElement>('.vote-explanation')
  if (explanation) explanation.hidden = true
  for (const size of SIZES) {
    section.classList.toggle('crowded', size < CROWDED)
    box.style.fontSize = `${size}em`
    if (section.scrollHeight <= room) break
  }
  if (!explanation) return
  explanation.hidden = false
  explanation.hidden = section.scrollHeight > room
}

/** Height in the slide's own px; less where the corner covers the slide's lower edge, and as slides are centred, twice that less. */
function roomOn(slides: HTMLElement): number {
  const height = slides.offsetHeight
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const drawn = slides.getBoundingClientRect()
  if (!corner || corner.left >= drawn.right || corner.top >= drawn.bottom) return height
  const covered = ((drawn.bottom - corner.top) / drawn.height) * height
  return height - 2 * covered
}
