/** What stood on the page when voting closed and could no longer be sent: no work is thrown away silently. */
import type { PollView } from '#wire/poll-view'
import { words } from '../../i18n/words.ts'
import type { Own } from '../session.ts'
import { answerText } from './answer-text.ts'
import { type Entered, isUnsent } from './entered-answer.ts'

interface Props {
  draft: Entered | undefined
  poll: PollView
  own: Own | undefined
}

export function UnsentNotice({ draft, poll, own }: Props) {
  const text =
    draft && (draft.value === undefined ? draft.fields.filter(Boolean).join(', ') : answerText(poll, draft.value))
  if (!draft || !text || poll.phase !== 'closed' || own?.kept || !isUnsent(draft, own?.value)) return null
  return <p class="answer-unsent">{words.value.student.notSent(text)}</p>
}
