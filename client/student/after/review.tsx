/** The look back at the whole class when it is over: each question with what one's answer came to. */
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { useEffect } from 'preact/hooks'
import { mostPoints } from '#rules/most-points'
import type { OwnAnswer } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { type SlidePlace, seenPlaces } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'
import './review.css'
import { outcome, outcomeWords, pointsWords } from '../question/verdict.tsx'

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

interface Asked {
  answer: OwnAnswer | undefined
  /** The question, once its solution has been shown. */
  poll: PollView | undefined
  /** Points for no answer. */
  missed: number | undefined
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

/** Slides with a question that was answered, or could have been. */
function askedSlides({ link }: Session): (Asked & { place: SlidePlace; title: string })[] {
  const deck = link.deck.value
  const { answers = {}, missed = {} } = link.slices.you.value ?? {}
  if (!deck) return []
  return seenPlaces(deck).flatMap(place => {
    const slide = deck.slides[place.h]?.[place.v]
    if (slide?.poll === undefined) return []
    const answer = answers[slide.poll]
    const poll = link.slices.solved.value?.find(({ id }) => id === slide.poll)
    return answer || poll ? [{ place, title: slide.title ?? slide.id, answer, poll, missed: missed[slide.poll] }] : []
  })
}
