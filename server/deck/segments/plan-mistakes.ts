/** What does not add up in the plan of a class: times, and quizzes that ask nothing. */
import type { Slide } from '../deck.ts'
import { durationText } from '../duration.ts'
import { type Mistake, warning } from '../mistake.ts'

type Planned = Pick<Slide, 'line' | 'segment' | 'question' | 'attributes'>
/** A segment's slides. */
type Part = [first: Planned, ...rest: Planned[]]

/**
 * @param slides of the whole deck, in order
 * @param duration seconds that the deck says it takes
 * @param line where it says so
 */
export function planMistakes(slides: Planned[], duration: number | undefined, line: number): Mistake[] {
  const starts = slides.flatMap(({ segment }, index) => (segment ? [index] : []))
  if (starts.length === 0) return []
  const parts = starts.flatMap((start, place): Part[] => {
    const [first, ...rest] = slides.slice(start, starts[place + 1])
    return first ? [[first, ...rest]] : []
  })
  return [
    ...parts.flatMap(part => [...overfull(part), ...withoutQuestions(part)]),
    ...idleTitles(slides),
    ...wrongSum(parts, duration, line),
  ]
}

/** Asked one by one, the questions take longer than the segment has. */
function overfull(part: Part): Mistake[] {
  const [{ segment, line }] = part
  const asked = part.reduce((sum, { question }) => sum + (question?.time ?? 0), 0)
  if (segment?.seconds === undefined || asked <= segment.seconds) return []
  const message = `the questions take ${durationText(asked)}, and the segment has ${durationText(segment.seconds)}; write data-duration="${durationText(asked)}" or more, or give them less data-time`
  return [warning(line, message)]
}

function withoutQuestions(part: Part): Mistake[] {
  const [{ segment, line }] = part
  if (segment?.kind !== 'quiz' || part.some(({ question }) => question)) return []
  return [warning(line, 'the quiz has no questions; mark each slide that asks one with data-qcm')]
}

/** Where a deck has no segments, the attribute is the author's own. */
const idleTitles = (slides: Planned[]): Mistake[] =>
  slides
    .filter(({ attributes }) => Object.keys(attributes).some(name => /^data-?title$/i.test(name)))
    .map(({ line }) => warning(line, 'data-title does nothing without a segment; add data-segment="talk"'))

/** Segments without a plan may take what is left, if there is any. */
function wrongSum(parts: Part[], duration: number | undefined, line: number): Mistake[] {
  if (duration === undefined) return []
  const planned = parts.flatMap(([{ segment }]) => segment?.seconds ?? [])
  const sum = planned.reduce((all, seconds) => all + seconds, 0)
  const fits = planned.length < parts.length ? sum <= duration : sum === duration
  if (fits) return []
  const [all, said] = [durationText(sum), durationText(duration)]
  const message = `the segments take ${all}, and the class ${said}; write duration: ${all}, or change a data-duration`
  return [warning(line, message)]
}
