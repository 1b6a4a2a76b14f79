/** Segments that lack what they are for, though nothing is wrong with them. */
import type { Deck } from '../deck.ts'
import { type Mistake, warning } from '../mistake.ts'

export function idleSegments(deck: Deck): Mistake[] {
  const slides = deck.slides.flat()
  const starts = slides.flatMap(({ segment }, index) => (segment ? [index] : []))
  return starts.flatMap((start, place) => {
    const { segment, line = 1 } = slides[start] ?? {}
    if (segment?.kind === 'break' && segment.seconds === undefined) return [warning(line, NO_COUNTDOWN)]
    const within = slides.slice(start, starts[place + 1])
    return segment?.kind !== 'workshop' || within.some(({ tasks }) => tasks) ? [] : [warning(line, NO_TASKS)]
  })
}

const NO_COUNTDOWN = 'the break has no length, so that no countdown begins; write data-duration="15m"'
const NO_TASKS = 'the workshop has no tasks to tick off; begin what is to be done with "- [ ]"'
