/** A question as it is answered, and what came of it: by itself below the slide, or one of a quiz. */
import type { ComponentChildren } from 'preact'
import type { PollView } from '#wire/poll-view'
import { Html } from '../../ui/html.tsx'
import { Explanation, Outcome } from '../outcome/outcome-part.ts'
import { RefusedAnswer } from '../page/refusals.tsx'
import type { Session } from '../session.ts'
import { Answer } from './answers/answer.tsx'
import { EarlierAnswer } from './earlier-answer.tsx'
import { Receipt } from './receipt.tsx'
import { UnsentNotice } from './unsent-notice.tsx'

interface Props {
  session: Session
  poll: PollView
  /** What is said before the answers, until something has been shown of it. */
  children: ComponentChildren
}

export function QuestionBody({ session, poll, children }: Props) {
  const own = session.own(poll)
  const draft = session.entered(poll)
  const open = poll.phase === 'open'
  const revealed = isRevealed(poll)
  return (
    <>
      <RefusedAnswer session={session} poll={poll.id} />
      <fieldset class="question-group">
        <legend class="question-prompt">
          <Html html={poll.prompt} />
        </legend>
        {!revealed && children}
        {open && !own && <EarlierAnswer session={session} poll={poll} />}
        {!revealed && (
          <Answer
            key={`${poll.id} ${poll.round}`}
            poll={poll}
            own={own}
            give={value => session.answer(poll, value)}
            // Once voting has closed, what counts is what is recorded.
            entered={open || !own ? draft?.fields : undefined}
            enter={(fields, value) => session.enter(poll, fields, value)}
          />
        )}
        {revealed && <Outcome session={session} poll={poll} own={own} />}
      </fieldset>
      <UnsentNotice draft={draft} poll={poll} own={own} />
      <Receipt session={session} poll={poll} own={own} />
      <Explanation session={session} poll={poll} />
    </>
  )
}

export const isRevealed = ({ results, solution }: PollView): boolean => results !== undefined || solution !== undefined
