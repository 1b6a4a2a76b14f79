/** What every answering control gets. */
import type { PollView, Value } from '#wire/messages'
import type { Own } from '../session.ts'

export interface AnswerProps {
  poll: PollView
  /** The student's last answer in this round. */
  own: Own | undefined
  give: (value: Value) => void
}
