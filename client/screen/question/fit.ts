/** Gives a question the wall's whole width, and the largest text with which it does not run out of its slide. */
import { fading } from './fade.ts'
import { type FreeArea, freeAreas, type Side } from './free-area.ts'

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
  [24.5, 28],
  [27, 28],
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
/** Sizes of an explanation beside that of the choices. */
const EXPLAINED = [0.85, 0.7] as const
/** Height that is kept for it and the state of the vote from the start, in em, so that nothing moves when the solution is shown… */
const KEPT = 4.85
/** …as long as this many of the largest sizes allow it. */
const ROOMY = 5
/** Rank of the largest size without choices: a plot will come, and the heading be no smaller for it. */
const DRAWN = 3
/** Rank of the last size that is read with ease; below it a question may change to the corner's other side, or the corner gives way. */
const EASY = 7
/** Smallest text beside the choices, likewise. */
const LEAST_TEXT = 39
/** What stands above the choices and may shrink; sizes of code are its author's. */
const ABOVE = ':scope > :is(h1, h2, h3, h4, h5, h6, p, ul, ol, blockquote):not(.r-fit-text)'

/** Fits the box again whenever its place or content changes; returns what ends that. */
export function keepFitting(box: HTMLElement): () => void {
  const section = box.closest('section')
  const slides = section?.closest<HTMLElement>('.slides')
  if (!section || !slides) return () => {}
  /** The side of the corner stays the same while the wall and the kind of drawing do. */
  let kept: { key: string; side: Side } | undefined
  const shrink = () => {
    if (box.offsetHeight === 0) return
    const rooms = freeAreas(slides)
    const key = JSON.stringify([rooms, box.querySelector('.results') !== null])
    const { side } = size(box, section, slides, rooms, kept?.key === key ? kept.side : undefined)
    kept = { key, side }
  }
  const sizes = new ResizeObserver(shrink)
  for (const element of [box, section, document.querySelector('.corner')]) if (element) sizes.observe(element)
  const contents = new MutationObserver(shrink)
  contents.observe(box, { childList: true, subtree: true, attributeFilter: ['data-survey'] })
  section.classList.add('asking')
  section.dataset.corner = 'usual'
  shrink()
  return () => {
    sizes.disconnect()
    contents.disconnect()
    section.classList.remove('asking')
    delete section.dataset.corner
  }
}

/** Fits the box into the room of the side it had, or else of the one that gives the larger text. */
function size(box: HTMLElement, section: HTMLElement, slides: HTMLElement, rooms: FreeArea[], side?: Side): FreeArea {
  const rank = (room: FreeArea) => fitInto(room, box, section)
  const before = rooms.find(room => room.side === side)
  const best = before && (before.side === 'line' || rank(before) <= EASY) ? before : largest(rooms, rank)
  rank(best)
  // What the corner makes room for in turn (way-in/corner.tsx).
  section.dataset.corner = best.side === 'line' ? 'line' : 'usual'
  // reveal.js puts what is higher than a slide at the slide's top, even where the wall goes on above it.
  section.style.marginTop = `${Math.min(0, (slides.offsetHeight - section.scrollHeight) / 2)}px`
  return best
}

/** The room with the largest text; the corner gives up its QR code only for what is not read with ease otherwise. */
function largest(rooms: FreeArea[], rank: (room: FreeArea) => number): FreeArea {
  let best: { room: FreeArea; rank: number } | undefined
  for (const room of rooms) {
    if (room.side === 'line' && best && best.rank <= EASY) continue
    const found = rank(room)
    if (!best || found < best.rank) best = { room, rank: found }
  }
  if (!best) throw new Error('a wall has room')
  return best.room
}

/** @returns the rank of the size that fits, 0 for the largest */
function fitInto(wall: FreeArea, box: HTMLElement, section: HTMLElement): number {
  section.style.setProperty('--asking-left', `${wall.left}px`)
  section.style.setProperty('--asking-width', `${wall.right - wall.left}px`)
  section.style.setProperty('--asking-beside', `${wall.edge - wall.right}px`)
  box.style.setProperty('--least', `${wall.height / LEAST_TEXT}px`)
  box.style.setProperty('--corner', `${wall.beside}px`)
  box.style.setProperty('--corner-above', `${wall.side === 'below' ? wall.beside : 0}px`)
  box.style.setProperty('--faint', `${fading(box)}`)
  const above = [...section.querySelectorAll<HTMLElement>(ABOVE)]
  for (const element of above) element.style.fontSize = ''
  const natural = above.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
  const texts = [box, ...box.querySelectorAll('.vote-text')]
  const fits = () => section.scrollHeight <= wall.most && texts.every(text => text.scrollWidth <= text.clientWidth)
  const takes = ([choices, heading]: readonly [number, number], rank: number) => {
    for (const [index, element] of above.entries()) {
      element.style.fontSize = `${Math.min(natural[index] ?? 0, wall.height / heading)}px`
    }
    box.style.fontSize = `${wall.height / choices}px`
    box.dataset.tight = String(choices > TIGHT)
    return EXPLAINED.some(size => {
      box.style.setProperty('--explained', `${size}em`)
      layFoot(box, wall, rank < ROOMY ? (KEPT * wall.height) / choices : 0)
      return fits()
    })
  }
  const first = box.querySelector('.vote-choices') ? 0 : DRAWN
  box.dataset.breaks = 'false'
  const whole = SIZES.findIndex((sizes, rank) => rank >= first && sizes[0] <= WHOLE && takes(sizes, rank))
  if (whole >= 0) return whole
  box.dataset.breaks = 'true'
  const broken = SIZES.findIndex(takes)
  if (broken >= 0) return SIZES.length + broken
  takes(FLOOR, SIZES.length)
  return 2 * SIZES.length
}

/** The explanation and, at the very foot, the state of the vote stand beside the corner, in no less than `kept` px where one may come. */
function layFoot(box: HTMLElement, wall: FreeArea, kept: number) {
  const explained = heightOf(box.querySelector('.vote-explanation'))
  const state = box.querySelector<HTMLElement>('.vote-state')
  box.dataset.brief = 'false'
  box.dataset.brief = String(state !== null && isBroken(state))
  const foot = Math.max(box.dataset.survey === 'false' ? kept : 0, wall.below)
  box.style.setProperty('--spare', `${Math.max(0, foot - explained - (state?.offsetHeight ?? 0))}px`)
}

/** Whether what belongs side by side has come to stand in two lines. */
function isBroken({ firstElementChild: first, lastElementChild: last }: HTMLElement): boolean {
  if (!first || !last) return false
  return last.getBoundingClientRect().top >= first.getBoundingClientRect().bottom
}

/** With its space to what is above it. */
function heightOf(element: HTMLElement | null): number {
  return element ? element.offsetHeight + Number.parseFloat(getComputedStyle(element).marginTop) : 0
}
