/** The look back at the whole class when it is over: each question with what one's answer came to. */
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { useEffect } from 'preact/hooks'
import { mostPoints } from '#rules/most-points'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { late } from '../late.ts'
import { outcome, outcomeWords, pointsWords } from '../question/verdict.tsx'
import type { Session } from '../session.ts'
import { type Asked, askedSlides } from './asked-slides.ts'
import './review.css'

const OwnResult = late(async () => (await import('./own-result.tsx')).OwnResult)

export function ClassOver({ session }: { session: Session }) {
  const { student } = words.value
  const paused = session.absence.value === 'paused'
  // It stands at the top.
  useEffect(() => scrollTo({ top: 0 }), [])
  return (
    <section class="student-over">
      <h2 class="review-title">{paused ? student.paused : student.over}</h2>
      <p class="quiet">{paused ? student.pausedHelp : student.overHelp}</p>
    </section>
  )
}

export function Review({ session }: { session: Session }) {
  const { student } = words.value
  const asked = askedSlides(session)
  return (
    <section class="student-review" aria-labelledby="yours">
      <h2 id="yours" class="question-heading">
        {student.yourAnswers}
      </h2>
      <OwnResult asked={asked} />
      {asked.every(({ answer }) => !answer) && <p class="quiet">{student.noAnswersKept}</p>}
      <ol class="review-list">
        {asked.map(({ place, title, answer, poll, missed }) => (
          <li key={`${place.h}.${place.v}`}>
            <button
              type="button"
              class="review-item"
              onClick={() => {
                session.go(place)
                scrollTo({ top: 0 })
              }}
            >
              <bdi class="review-name">{title}</bdi>
              <AnswerOutcome answer={answer} poll={poll} missed={missed} />
              <Icon svg={right} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function AnswerOutcome({ answer, poll, missed }: Asked) {
  const { student } = words.value
  const most = poll && mostPoints(poll)
  if (!answer || answer.earlier) {
    return (
      <span class="review-outcome quiet tabular">
        {student.notAnswered}
        {missed !== undefined && <Points points={missed} most={most} />}
      </span>
    )
  }
  if (answer.right === undefined) return <span class="review-outcome quiet">{student.recorded}</span>
  return (
    <span class="review-outcome tabular" data-outcome={outcome(answer)}>
      {outcomeWords(answer)}
      {answer.points !== undefined && <Points points={answer.points} most={most} />}
    </span>
  )
}

const Points = ({ points, most }: { points: number; most: number | undefined }) => (
  <span class="review-points">{pointsWords(points, most)}</span>
)
