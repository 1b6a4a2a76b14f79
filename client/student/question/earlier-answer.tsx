/** In a later round: the student's answer in the previous one, to be kept with one tap, and what giving none means. */
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { answerText } from './answer-text.ts'

export function EarlierAnswer({ session, poll }: { session: Session; poll: PollView }) {
  const { student } = words.value
  const before = session.link.slices.you.value?.answers[poll.id]
  if (!before?.earlier) return null
  return (
    <div class="question-earlier">
      <p>{before.fits ? student.before(answerText(poll, before.value)) : student.beforeOther}</p>
      {before.fits && (
        <button type="button" class="button" onClick={() => session.answer(poll, before.value)}>
          {student.keep}
        </button>
      )}
    </div>
  )
}
