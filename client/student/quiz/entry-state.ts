/** What has become of a question, in the list of them. */
import type { PollView } from '#wire/poll-view'
import { outcome } from '../outcome/verdict-words.ts'
import { isUnsent } from '../question/entered-answer.ts'
import type { Session } from '../session.ts'

export type EntryState = 'open' | 'unsent' | 'kept' | 'answered' | 'right' | 'partly' | 'wrong' | 'missed'

export function entryState(session: Session, poll: PollView): EntryState {
  const own = session.own(poll)
  if (poll.solution && !poll.survey) return own?.right === undefined ? 'missed' : outcome(own)
  if (own?.kept) return 'kept'
  const draft = session.entered(poll)
  if (poll.phase === 'open' && draft && isUnsent(draft, own?.value)) return 'unsent'
  return own ? 'answered' : 'open'
}

/** Whether there is an answer that counts, or will by the time the phone is back. */
export const isAnswered = (session: Session, poll: PollView): boolean => session.own(poll) !== undefined
