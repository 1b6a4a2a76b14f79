/** The look back at one's own answers: on a slide one has paged to, and of the whole class when it is over. */
import type { OwnAnswer } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { plain } from './given.ts'
import { type Place, seenPlaces } from './path.ts'
import type { Session } from './session.ts'
import './review.css'
import { titleOf } from './title.ts'
import { outcome, outcomeWords, Verdict } from './verdict.tsx'

/** The student's answer to the question of the slide in view, when that is not the live one. Its letters are not known any more. */
export function PastAnswer({ session }: { session: Session }) {
  const poll = session.slide.value?.poll
  const answer = poll === undefined ? undefined : session.link.slices.you.value?.answers[poll]
  if (!answer || (answer.right === undefined && Array.isArray(answer.value))) return null
  const text = Array.isArray(answer.value) ? undefined : plain(answer.value)
  return (
    <section class="student-review" aria-label={words.value.common.yourAnswer}>
      <h2 class="question-heading">{words.value.common.yourAnswer}</h2>
      {answer.right === undefined && <p>{text}</p>}
      <Verdict session={session} own={answer} answer={text} />
    </section>
  )
}

export function Review({ session }: { session: Session }) {
  const { student } = words.value
  const answered = answeredSlides(session)
  return (
    <section class="student-review" aria-labelledby="over">
      <h2 id="over" class="review-title">
        {student.over}
      </h2>
      <p class="quiet">{student.overHelp}</p>
      <h3 class="question-heading">{student.yourAnswers}</h3>
      {answered.length === 0 && <p class="quiet">{student.noAnswersKept}</p>}
      <ol class="review-list">
        {answered.map(({ place, title, answer }) => (
          <li key={`${place.h}.${place.v}`}>
            <button type="button" class="review-item" onClick={() => session.go(place)}>
              <span>{title}</span>
              <Outcome answer={answer} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Outcome({ answer }: { answer: OwnAnswer }) {
  const { student } = words.value
  if (answer.right === undefined) return <span class="review-outcome quiet">{student.recorded}</span>
  return (
    <span class="review-outcome" data-outcome={outcome(answer)}>
      {outcomeWords(answer)}
    </span>
  )
}

function answeredSlides({ link }: Session): { place: Place; title: string; answer: OwnAnswer }[] {
  const deck = link.deck.value
  const answers = link.slices.you.value?.answers ?? {}
  if (!deck) return []
  return seenPlaces(deck).flatMap(place => {
    const slide = deck.slides[place.h]?.[place.v]
    const answer = slide?.poll === undefined ? undefined : answers[slide.poll]
    return slide && answer ? [{ place, title: titleOf(slide.html) || slide.id, answer }] : []
  })
}
