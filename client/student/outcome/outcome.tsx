/** What came of a question: right or wrong, the answers of the class, and why. The same while it is live and on looking back. */
import { mostPoints } from '#rules/most-points'
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import { Results } from '../../ui/results/results.tsx'
import { answerText, rightAnswerText } from '../question/answer-text.ts'
import type { Own, Session } from '../session.ts'
import { Feedback } from './feedback.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  session: Session
  poll: PollView
  own: Own | undefined
}

export function Outcome({ session, poll, own }: Props) {
  return (
    <>
      {poll.solution && !poll.survey && (
        <Verdict
          session={session}
          own={own}
          most={mostPoints(poll)}
          earlier={own ? undefined : earlierAnswer(session, poll)}
          blank={session.link.slices.you.value?.missed?.[poll.id]}
          answer={own && poll.kind !== 'choice' ? answerText(poll, own.value) : undefined}
          correct={rightAnswerText(poll, poll.solution)}
        />
      )}
      <Results poll={poll} own={own?.value} />
      {poll.results && <p class="small quiet tabular">{words.value.student.results(poll.results.total)}</p>}
    </>
  )
}

/** In the round before, where it would mean the same in this one. */
function earlierAnswer({ link }: Session, poll: PollView): string | undefined {
  const before = link.slices.you.value?.answers[poll.id]
  return before?.earlier && before.fits ? answerText(poll, before.value) : undefined
}

export function Explanation({ session, poll }: Omit<Props, 'own'>) {
  if (!poll.solution?.explanation) return null
  return (
    <section class="question-explanation">
      <h2 class="question-heading">{words.value.student.explanation}</h2>
      <Feedback session={session} html={poll.solution.explanation} />
    </section>
  )
}
