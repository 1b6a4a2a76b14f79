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
/** Rank of the last size that is read with ease; below it a question may change to the corner's other side. */
const EASY = 7
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
  /** The side of the corner stays the same while the wall and the kind of drawing do. */
  let kept: { key: string; side: Side } | undefined
  const shrink = () => {
    if (box.offsetHeight === 0) return
    const rooms = roomsOf(slides)
    const key = JSON.stringify([rooms, box.querySelector('.results') !== null])
    const { side } = size(box, section, slides, rooms, kept?.key === key ? kept.side : undefined)
    kept = { key, side }
  }
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

/** Fits the box into the room of the side it had, or else of the one that gives the larger text. */
function size(box: HTMLElement, section: HTMLElement, slides: HTMLElement, rooms: Room[], side?: Side): Room {
  const rank = (room: Room) => fitInto(room, box, section)
  const before = rooms.find(room => room.side === side)
  const ranks = before && rank(before) <= EASY ? [] : rooms.map(rank)
  const best = rooms[ranks.indexOf(Math.min(...ranks))] ?? before ?? rooms[0]
  if (!best) throw new Error('a wall has room')
  if (ranks.length > 0) rank(best)
  // reveal.js puts what is higher than a slide at the slide's top, even where the wall goes on above it.
  section.style.marginTop = `${Math.min(0, (slides.offsetHeight - section.scrollHeight) / 2)}px`
  return best
}

/** @returns the rank of the size that fits, 0 for the largest */
function fitInto(wall: Room, box: HTMLElement, section: HTMLElement): number {
  section.style.setProperty('--asking-left', `${wall.left}px`)
  section.style.setProperty('--asking-width', `${wall.right - wall.left}px`)
  section.style.setProperty('--asking-beside', `${wall.edge - wall.right}px`)
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
  const whole = SIZES.findIndex(sizes => sizes[0] <= WHOLE && takes(sizes))
  if (whole >= 0) return whole
  box.dataset.breaks = 'true'
  const broken = SIZES.findIndex(takes)
  if (broken >= 0) return SIZES.length + broken
  takes(FLOOR)
  return 2 * SIZES.length
}

type Side = 'below' | 'beside'

interface Room {
  /** Where the corner is. */
  side: Side
  /** From the slide's left edge; the wall's left is below 0 where it is wider than a slide. */
  left: number
  right: number
  /** Where `right` is without the corner. */
  edge: number
  /** Of the whole wall. */
  height: number
  /** Height that a question may have. */
  most: number
  /** What the corner takes of the slide's foot, where it is not beside the question. */
  below: number
  /** How far it then reaches in from the right. */
  beside: number
}

/** The wall around a slide, less the corner, in either way: all in the slide's own px. */
function roomsOf(slides: HTMLElement): Room[] {
  const stage = (slides.closest('.stage') ?? slides).getBoundingClientRect()
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const scale = Number(getComputedStyle(slides).getPropertyValue('--slide-scale')) || 1
  const [width, height] = [stage.width / scale, stage.height / scale]
  const start = (slides.offsetWidth - width) / 2
  const margin = width / EDGE
  const most = Math.max(slides.offsetHeight, height * MOST)
  const edge = start + width - margin
  const room: Room = { side: 'below', left: start + margin, right: edge, edge, height, most, below: 0, beside: 0 }
  if (!corner) return [room]
  const top = (corner.top - stage.top) / scale
  const taken = (stage.right - corner.left) / scale + margin / 2
  return [
    { ...room, below: Math.max(0, (height + most) / 2 - top), beside: Math.max(0, taken - margin) },
    { ...room, side: 'beside', right: start + width - Math.max(taken, margin) },
  ]
}
