/** Gives a question the wall's whole width, and the largest text with which it does not run out of its slide. */
import { fading } from './fade.ts'

/** Heights of text tried, as parts of the wall's height: of the choices, and the most for what stands above them. The heading gives way first; from 1/40 on text is too small, which is better than to be cut. */
const SIZES = [
  [17, 10],
  [18, 12],
  [19, 14],
  [20, 16],
  [21.5, 18],
  [23, 20],
  [24.5, 21],
  [24.5, 24],
  [27, 26],
  [30, 29],
  [33, 32],
  [36, 35],
  [39, 38],
  [45, 44],
  [52, 50],
  [60, 58],
] as const
/** What a question gets that has no room even at the last of them: it runs out of its place, and can be read. */
const FLOOR = [39, 38] as const
/** Down to here a word that is too long for its line makes the text smaller; from here on it is broken. */
const WHOLE = 30
/** From here on lines stand closer. */
const TIGHT = 24
/** Smallest text beside the choices, likewise. */
const LEAST = 39
/** Between a question and the wall's edge, as a part of the wall's width. */
const EDGE = 24
/** Of the wall's height, for a question; as much as reveal.js gives a slide. */
const MOST = 0.96
/** What stands above the choices and may shrink; sizes of code are its author's. */
const ABOVE = ':scope > :is(h1, h2, h3, h4, h5, h6, p, ul, ol, blockquote):not(.r-fit-text)'

/** Fits the box again whenever its place or content changes; returns what ends that. */
export function keepFitting(box: HTMLElement): () => void {
  const section = box.closest('section')
  const slides = section?.closest<HTMLElement>('.slides')
  if (!section || !slides) return () => {}
  const shrink = () => size(box, section, slides)
  const sizes = new ResizeObserver(shrink)
  for (const element of [box, section, document.querySelector('.corner')]) if (element) sizes.observe(element)
  const contents = new MutationObserver(shrink)
  contents.observe(box, { childList: true, subtree: true })
  section.classList.add('asking')
  shrink()
  return () => {
    sizes.disconnect()
    contents.disconnect()
    section.classList.remove('asking')
  }
}

function size(box: HTMLElement, section: HTMLElement, slides: HTMLElement) {
  if (box.offsetHeight === 0) return
  const wall = room(slides)
  section.style.setProperty('--asking-left', `${wall.left}px`)
  section.style.setProperty('--asking-width', `${wall.right - wall.left}px`)
  box.style.setProperty('--least', `${wall.height / LEAST}px`)
  box.style.setProperty('--corner', `${wall.beside}px`)
  box.style.setProperty('--faint', `${fading(box)}`)
  const above = [...section.querySelectorAll<HTMLElement>(ABOVE)]
  for (const element of above) element.style.fontSize = ''
  const natural = above.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
  const state = box.querySelector<HTMLElement>('.vote-state')
  const texts = [box, ...box.querySelectorAll('.vote-text')]
  const takes = ([choices, heading]: readonly [number, number]) => {
    for (const [index, element] of above.entries()) {
      element.style.fontSize = `${Math.min(natural[index] ?? 0, wall.height / heading)}px`
    }
    box.style.fontSize = `${wall.height / choices}px`
    box.dataset.tight = String(choices > TIGHT)
    // The state of the vote stands beside the corner.
    box.style.paddingBottom = `${Math.max(0, wall.below - (state?.offsetHeight ?? 0))}px`
    return section.scrollHeight <= wall.most && texts.every(text => text.scrollWidth <= text.clientWidth)
  }
  box.dataset.breaks = 'false'
  if (!SIZES.filter(([choices]) => choices <= WHOLE).some(takes)) {
    box.dataset.breaks = 'true'
    if (!SIZES.some(takes)) takes(FLOOR)
  }
  // reveal.js puts what is higher than a slide at the slide's top, even where the wall goes on above it.
  section.style.marginTop = `${Math.min(0, (slides.offsetHeight - section.scrollHeight) / 2)}px`
}

interface Room {
  /** From the slide's left edge; the wall's left is below 0 where it is wider than a slide. */
  left: number
  right: number
  /** Of the whole wall. */
  height: number
  /** Height that a question may have. */
  most: number
  /** What the corner takes of the slide's foot, where it is not beside the question. */
  below: number
  /** How far it then reaches in from the right. */
  beside: number
}

/** The wall around a slide, less the corner: all in the slide's own px. */
function room(slides: HTMLElement): Room {
  const stage = (slides.closest('.stage') ?? slides).getBoundingClientRect()
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const scale = Number(getComputedStyle(slides).getPropertyValue('--slide-scale')) || 1
  const [width, height] = [stage.width / scale, stage.height / scale]
  const start = (slides.offsetWidth - width) / 2
  const edge = width / EDGE
  const most = Math.max(slides.offsetHeight, height * MOST)
  const room = { left: start + edge, right: start + width - edge, height, most, below: 0, beside: 0 }
  if (!corner) return room
  const top = (corner.top - stage.top) / scale
  const taken = (stage.right - corner.left) / scale + edge / 2
  const below = Math.max(0, (height + most) / 2 - top)
  // Whatever leaves more of the wall.
  if (taken / width < below / height) return { ...room, right: start + width - Math.max(taken, edge) }
  return { ...room, below, beside: Math.max(0, taken - edge) }
}
