/** The look back at the whole class when it is over: each question with what one's answer came to. */
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { mostPoints } from '#rules/most-points'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { outcome, outcomeWords, pointsWords } from '../outcome/verdict-words.ts'
import type { Session } from '../session.ts'
import { type Asked, askedSlides } from './asked-slides.ts'
import { OwnResult } from './own-result.tsx'
import { OwnWork } from './own-work.tsx'
import './review.css'

export function Review({ session }: { session: Session }) {
  return (
    <>
      <Answers session={session} />
      <OwnWork session={session} />
    </>
  )
}

function Answers({ session }: { session: Session }) {
  const { after } = lateWords.value
  const asked = askedSlides(session)
  return (
    <section class="student-review" aria-labelledby="yours">
      <h2 id="yours" class="question-heading">
        {after.answers}
      </h2>
      <OwnResult asked={asked} />
      {asked.every(({ answer }) => !answer) && <p class="quiet">{after.noAnswers}</p>}
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
  const { after } = lateWords.value
  const most = poll && mostPoints(poll)
  if (!answer || answer.earlier) {
    return (
      <span class="review-outcome quiet tabular">
        {after.notAnswered}
        {missed !== undefined && <Points points={missed} most={most} />}
      </span>
    )
  }
  if (answer.right === undefined) return <span class="review-outcome quiet">{after.recorded}</span>
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
