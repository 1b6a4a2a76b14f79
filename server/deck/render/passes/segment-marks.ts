/** Segments of a class: a slide marked `data-segment` begins one, which runs to the next mark. */
import { SEGMENTS, type Segment, type Slide } from '../../deck.ts'
import { duration, durationText } from '../../duration.ts'
import { type Mistake, warning } from '../../mistake.ts'
import { drop, get } from '../element.ts'
import type { Pass } from '../pass.ts'

/** Takes the marks off the slide. */
export const segmentMarks: Pass = (section, { lineOfAttribute }, draft) => {
  const [kind, time] = [get(section, 'data-segment')?.trim(), get(section, 'data-duration')]
  const mistakes: Mistake[] = []
  drop(section, 'data-segment')
  drop(section, 'data-duration')
  const known = SEGMENTS.find(name => name === kind)
  const seconds = time === undefined ? undefined : duration(time)
  if (kind !== undefined && !known) {
    const message = `"${kind}" is no kind of segment; write data-segment="talk", "quiz", "workshop" or "break"`
    mistakes.push(warning(lineOfAttribute('data-segment'), message))
  }
  if (time !== undefined && kind === undefined) {
    const message = 'data-duration does nothing without a segment; add data-segment="talk"'
    mistakes.push(warning(lineOfAttribute('data-duration'), message))
  } else if (time !== undefined && seconds === undefined) {
    const message = `"${time}" is no duration; write data-duration="15m", "1h30m" or "45s"`
    mistakes.push(warning(lineOfAttribute('data-duration'), message))
  }
  const value: Segment | undefined = known && {
    kind: known,
    title: draft.title,
    pace: known === 'workshop' ? 'self' : 'class',
    ...(seconds !== undefined && { seconds }),
  }
  return { ...(value && { slide: { segment: value } }), mistakes }
}

/** Segments whose questions alone take longer than the segment has. */
export function overfullSegments(slides: Pick<Slide, 'line' | 'segment' | 'question'>[]): Mistake[] {
  const starts = slides.flatMap(({ segment }, index) => (segment ? [index] : []))
  return starts.flatMap((start, place) => {
    const { segment, line = 1 } = slides[start] ?? {}
    const within = slides.slice(start, starts[place + 1])
    const asked = within.reduce((sum, { question }) => sum + (question?.time ?? 0), 0)
    if (segment?.seconds === undefined || asked <= segment.seconds) return []
    const message = `the questions take ${durationText(asked)}, and the segment has ${durationText(segment.seconds)}; write data-duration="${durationText(asked)}" or more, or give them less data-time`
    return [warning(line, message)]
  })
}
