/** Where a lesson stands in its deck, which may have been edited since. Pure. */
import type { Deck, Slide } from '../../deck/deck.ts'
import type { Lesson, LessonEvent } from '../lesson.ts'

/** After an edit the slide is found by its id, else by its number. */
export function place(lesson: Lesson, deck: Deck): { h: number; v: number; f: number } {
  const { h, v, f, slide: id } = lesson.position
  const found = deck.slides[h]?.[v]?.id === id ? { h, v } : locate(deck, slide => slide.id === id)
  if (found) return { ...found, f: Math.min(f, lastStep(slideAt(deck, found))) }
  const nearH = Math.min(h, deck.slides.length - 1)
  const near = { h: nearH, v: Math.min(v, (deck.slides[nearH]?.length ?? 1) - 1) }
  return { ...near, f: Math.min(f, lastStep(slideAt(deck, near))) }
}

/** The event of going to a place in the deck; undefined when there is no such slide. */
export function movedTo(
  deck: Deck,
  { h, v, f }: { h: number; v: number; f: number },
  at: number,
): Extract<LessonEvent, { type: 'moved' }> | undefined {
  const slide = slideAt(deck, { h, v })
  if (!slide) return undefined
  const number = deck.slides.slice(0, h).flat().length + v + 1
  const label = slide.number === `${number}` ? {} : { label: slide.number }
  const title = [...slide.title].slice(0, LONGEST_TITLE).join('')
  return { type: 'moved', at, h, v, f, slide: slide.id, number, ...label, ...(title && { title }) }
}

/** Characters of a title that the log keeps with every move. */
const LONGEST_TITLE = 100

export const lastStep = (slide: Slide | undefined): number => (slide ? slide.html.length - 2 : -1)

export const slideAt = (deck: Deck, { h, v }: { h: number; v: number }): Slide | undefined => deck.slides[h]?.[v]

function locate(deck: Deck, matches: (slide: Slide) => boolean): { h: number; v: number } | undefined {
  for (const [h, stack] of deck.slides.entries()) {
    const v = stack.findIndex(matches)
    if (v >= 0) return { h, v }
  }
  return undefined
}
