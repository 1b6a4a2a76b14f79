/** What does not add up in the plan of a class: quizzes that ask nothing, questions that take longer than there is time. */
import type { Slide } from '../deck.ts'
import { durationText } from '../duration.ts'
import { type Mistake, warning } from '../mistake.ts'

type Planned = Pick<Slide, 'line' | 'segment' | 'question' | 'attributes'>

/** @param slides of the whole deck, in order */
export function planMistakes(slides: Planned[]): Mistake[] {
  const starts = slides.flatMap(({ segment }, index) => (segment ? [index] : []))
  const within = starts.map((start, place) => slides.slice(start, starts[place + 1]))
  return within.flatMap(part => [...overfull(part), ...withoutQuestions(part)])
}

/** Asked one by one, the questions take longer than the segment has. */
function overfull([first, ...rest]: Planned[]): Mistake[] {
  const seconds = first?.segment?.seconds
  const asked = [first, ...rest].reduce((sum, slide) => sum + (slide?.question?.time ?? 0), 0)
  if (!first || seconds === undefined || asked <= seconds) return []
  const message = `the questions take ${durationText(asked)}, and the segment has ${durationText(seconds)}; write data-duration="${durationText(asked)}" or more, or give them less data-time`
  return [warning(first.line, message)]
}

function withoutQuestions([first, ...rest]: Planned[]): Mistake[] {
  if (first?.segment?.kind !== 'quiz' || [first, ...rest].some(({ question }) => question)) return []
  return [warning(first.line, 'the quiz has no questions; mark the slides that ask one with data-qcm')]
}
