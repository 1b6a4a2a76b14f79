/** What every answering control gets. */
import type { PollView, Value } from '#wire/poll-view'
import type { Own } from '../../session.ts'
import type { Entered } from '../entered-answer.ts'

export interface AnswerProps {
  poll: PollView
  /** The student's last answer in this round. */
  own: Own | undefined
  give: (value: Value) => void
  /** What is on the page and not sent; undefined while it is as sent. */
  entered: Entered['fields'] | undefined
  /** @param value the answer that the fields make, if they make one */
  enter: (fields: Entered['fields'], value?: Value) => void
}
