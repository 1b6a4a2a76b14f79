/** Where the quiz stands: its time, which is the student's own, and how far they are. */
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import { lateWords } from '../../i18n/late-words.ts'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import { Countdown, clock } from '../../ui/countdown.tsx'
import type { Session } from '../session.ts'
import { isAnswered } from './entry-state.ts'
import { ownResult } from './own-result.ts'

interface Props {
  session: Session
  quiz: QuizView
  polls: PollView[]
}

export function QuizHead({ session, quiz, polls }: Props) {
  const { student } = words.value
  const { quiz: said } = lateWords.value
  const { phase, closesAt, left } = quiz
  const answered = polls.filter(poll => isAnswered(session, poll)).length
  const { you } = session.link.slices
  const result = ownResult(polls, you.value)
  return (
    <div class="quiz-head">
      <p class="quiz-phase">
        <span class="tabular" role="status">
          {phase === 'closed' ? said.closed : said.progress(answered, polls.length)}
        </span>
        {phase === 'open' && left !== undefined && (
          <span class="question-stopped tabular">{student.stopped(clock(Math.ceil(left / 1_000)))}</span>
        )}
        {phase === 'open' && left === undefined && closesAt !== undefined && (
          <Countdown until={closesAt} now={session.link.now} />
        )}
      </p>
      {phase === 'open' && closesAt !== undefined && you.value?.closesAt?.[quiz.segment] !== undefined && (
        <p class="small quiet">{said.ownTime(timeOfDay(closesAt))}</p>
      )}
      {result && <p class="quiz-result tabular">{said.result(result.points, result.most)}</p>}
      {phase === 'closed' && !polls.some(({ results, solution }) => results || solution) && (
        <p class="quiet">{said.closedHelp}</p>
      )}
    </div>
  )
}
