/** Whether a slide can be read at the size it is drawn at. */

/** Px of a letter's font size below which text on a phone is no longer read, only looked at. */
export const LEAST_FONT_SIZE = 10.5
/** Part of a slide's letters that may be smaller: a source, a footnote. */
const SHARE = 0.2

/** A run of text as it is drawn. */
export interface Run {
  /** Font size in px on the screen. */
  size: number
  letters: number
  /** Every letter of code matters. */
  code: boolean
}

export function legible(runs: Run[]): boolean {
  const small = runs.filter(({ size }) => size < LEAST_FONT_SIZE)
  if (small.some(({ code }) => code)) return false
  return lettersOf(small) <= SHARE * lettersOf(runs)
}

const lettersOf = (runs: Run[]) => runs.reduce((sum, { letters }) => sum + letters, 0)

/** Part of a slide's sides by which it may be larger than its place: deck and page leave a margin there. */
const BEYOND = 0.04

/** Whether the slide that a stage shows runs out of its place, where nobody sees it. */
export function overfull(stage: HTMLElement): boolean {
  const slides = stage.querySelector<HTMLElement>('.slides')
  const section = stage.querySelector('section.present:not(.stack)')
  if (!slides || !section) return false
  const { offsetWidth: width, offsetHeight: height } = slides
  return section.scrollWidth > width * (1 + BEYOND) || section.scrollHeight > height * (1 + BEYOND)
}

/** What is not there to be read line by line: parts of formulas and drawings, raised numbers, notes. */
const ASIDE = '.katex-mathml, .mtight, svg, sup, sub, style, script, aside, .missing'

/** The runs of text in the slide that a stage shows. */
export function runsOf(stage: HTMLElement): Run[] {
  const slides = stage.querySelector<HTMLElement>('.slides')
  const section = stage.querySelector('section.present:not(.stack)')
  if (!slides || !section) return []
  const scale = slides.getBoundingClientRect().width / slides.offsetWidth
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const runs: Run[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const letters = walker.currentNode.textContent?.trim().length ?? 0
    if (!parent || letters === 0 || parent.closest(ASIDE) || !parent.checkVisibility()) continue
    const size = Number.parseFloat(getComputedStyle(parent).fontSize) * scale
    runs.push({ size, letters, code: parent.closest('pre') !== null })
  }
  return runs
}
