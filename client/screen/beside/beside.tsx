/** What the wall shows beside a slide: a countdown, a break, or how far a quiz or a workshop is. It never lies over what the slide shows. */
import { useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import type { Part } from '../boards/wall-parts.ts'
import { BreakTime, Next } from '../break/break-time.tsx'
import { WallClock } from '../clock/wall-clock.tsx'
import { here, QuizTime } from '../quiz/quiz-progress.tsx'
import { coversSlide } from '../slide-place/covered.ts'
import { useFreeForm } from '../slide-place/free-form.ts'
import type { WallState } from '../wall-state.ts'
import { WorkshopStrip } from '../workshop/workshop-strip.tsx'
import './beside.css'

/** In the middle of an empty wall, below what the slide shows, in the corner above, large or not, or in the margin there. */
type Form = 'middle' | 'below' | 'roomy' | 'corner' | 'line'

const ALONE = ['middle', 'below', 'roomy', 'corner', 'line'] as const
const SMALL = ['corner', 'line'] as const

interface Props {
  wall: WallState
  parts: Part[]
  /** The slide is covered by something that leaves the corner free. */
  covered: boolean
  /** The slide's ground is the deck's. */
  plain: boolean
}

export function Beside({ wall, parts, covered, plain }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [only] = parts
  const large = parts.length === 1 && (only === 'timer' || only === 'break') && !covered
  const form = useFreeForm<Form>(box, large ? ALONE : SMALL, covered ? () => true : isFree)
  return (
    <div ref={box} class="beside" data-form={form} data-plain={plain || covered}>
      {parts.map(part => (
        <BesidePart key={part} wall={wall} part={part} />
      ))}
    </div>
  )
}

function BesidePart({ wall, part }: { wall: WallState; part: Part }) {
  const { presenter, screen } = words.value
  const { timer, segment, quiz, workshop, audience } = wall.link.slices
  switch (part) {
    case 'timer': {
      if (!timer.value) return null
      const { endsAt, seconds } = timer.value
      return (
        <p class="beside-time">
          <WallClock until={endsAt} seconds={seconds} now={wall.link.now} over={screen.timeOver} />
        </p>
      )
    }
    case 'break':
      return (
        <section class="beside-break" aria-label={presenter.segments.break}>
          <BreakTime wall={wall} />
          {segment.value && <Next segment={segment.value} />}
        </section>
      )
    case 'quiz':
      if (!quiz.value) return null
      return (
        <section class="beside-quiz" aria-label={presenter.segments.quiz}>
          <p class="beside-time">
            <QuizTime quiz={quiz.value} now={wall.link.now} />
          </p>
          <p class="tabular">
            {screen.finished(quiz.value.finished ?? 0, here(quiz.value, audience.value?.connected))}
          </p>
        </section>
      )
    case 'workshop':
      return workshop.value ? <WorkshopStrip wall={wall} workshop={workshop.value} /> : null
    default:
      return part satisfies never
  }
}

/** Over neither the slide nor the way in. */
function isFree(box: HTMLElement, stage: Element): boolean {
  const corner = document.querySelector('.corner')?.getBoundingClientRect()
  const { right, bottom } = box.getBoundingClientRect()
  if (corner && right > corner.left && bottom > corner.top) return false
  return !coversSlide(box, stage)
}
