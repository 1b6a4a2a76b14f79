/** What to know before answering: what it can earn, under which name, and how. */
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { scoringText } from './scoring-text.ts'

export function BeforeAnswering({ session, poll }: { session: Session; poll: PollView }) {
  return <AnswerHint poll={poll} under={under(session)} />
}

/** @param under which name the answer is given, where that is not said elsewhere */
export function AnswerHint({ poll, under }: { poll: PollView; under?: string }) {
  if (poll.phase === 'closed') return null
  const { student } = words.value
  const earned = poll.survey ? student.survey : scoringText(poll)
  return (
    <div class="question-hint small quiet">
      {earned && <p>{earned}</p>}
      {under !== undefined && <p>{under}</p>}
      {/* Keeps its place, so that nothing moves under a thumb when voting opens. */}
      <p style={{ visibility: poll.phase === 'open' ? 'visible' : 'hidden' }}>
        {student.how[poll.kind === 'choice' && poll.multiple ? 'several' : poll.kind]}
      </p>
    </div>
  )
}

/** Under which name one answers. */
export function under({ link }: Session): string {
  const { student } = words.value
  const name = link.slices.you.value?.name
  const identity = link.slices.lesson.value?.identity ?? 'anonymous'
  const under = student.under[identity === 'nickname' ? 'nickname' : 'name']
  if (name !== undefined) return under.named(name)
  return identity === 'anonymous' ? student.anonymous : under.nameless
}
