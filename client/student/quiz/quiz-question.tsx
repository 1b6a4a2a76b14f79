/** One question of the quiz, from answering it to what came of it. */
import flag from 'lucide-static/icons/flag.svg?raw'
import type { PollView } from '#wire/poll-view'
import { lateWords } from '../../i18n/late-words.ts'
import { Html } from '../../ui/html.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Explanation, Outcome } from '../outcome/outcome-part.ts'
import { RefusedAnswer } from '../page/refusals.tsx'
import { Answer } from '../question/answers/answer.tsx'
import { AnswerHint } from '../question/before-answering.tsx'
import { EarlierAnswer } from '../question/earlier-answer.tsx'
import { Receipt } from '../question/receipt.tsx'
import { UnsentNotice } from '../question/unsent-notice.tsx'
import type { Session } from '../session.ts'
import type { ComeBack } from './come-back.ts'

interface Props {
  session: Session
  poll: PollView
  /** From 0. */
  index: number
  comeBack: ComeBack
}

/** Id of the heading that the list leads to. */
export const headingId = (index: number) => `quiz-question-${index + 1}`

export function QuizQuestion({ session, poll, index, comeBack }: Props) {
  const { quiz } = lateWords.value
  const own = session.own(poll)
  const draft = session.entered(poll)
  const revealed = poll.results !== undefined || poll.solution !== undefined
  const open = poll.phase === 'open'
  return (
    <div class="quiz-question" data-index={index} data-later={open && comeBack.has(poll)}>
      <div class="quiz-question-head">
        <h3 id={headingId(index)} class="quiz-number" tabIndex={-1}>
          {quiz.question(index + 1)}
        </h3>
        {open && (
          <button
            type="button"
            class="button plain quiz-later"
            aria-pressed={comeBack.has(poll)}
            onClick={() => comeBack.toggle(poll)}
          >
            <Icon svg={flag} />
            {quiz.comeBack}
          </button>
        )}
      </div>
      <RefusedAnswer session={session} poll={poll.id} />
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!revealed && <AnswerHint poll={poll} />}
        {open && !own && <EarlierAnswer session={session} poll={poll} />}
        {!revealed && (
          <Answer
            key={`${poll.id} ${poll.round}`}
            poll={poll}
            own={own}
            give={value => session.answer(poll, value)}
            entered={open || !own ? draft?.fields : undefined}
            enter={(fields, value) => session.enter(poll, fields, value)}
          />
        )}
        {revealed && <Outcome session={session} poll={poll} own={own} />}
      </fieldset>
      <UnsentNotice draft={draft} poll={poll} own={own} />
      <Receipt session={session} poll={poll} own={own} />
      <Explanation session={session} poll={poll} />
    </div>
  )
}
