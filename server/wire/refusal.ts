/** The English sentence that goes with each reason; pages have their own words, this is for whoever reads the wire. */
import type { Reason } from './protocol.ts'

const sentences: Record<Reason, string> = {
  invalid: 'This message does not have the right form.',
  forbidden: 'This connection may not do that.',
  'unknown-lesson': 'There is no lesson with this code.',
  'unknown-poll': 'There is no such question in this lesson.',
  'unknown-segment': 'There is no such segment in this lesson.',
  'unknown-task': 'There is no such task in this lesson.',
  'unknown-message': 'There is no such message in this lesson.',
  'not-open': 'It is not open yet.',
  'already-closed': 'It is closed.',
  over: 'The lesson is over.',
  off: 'This lesson does without it.',
  'too-fast': 'Too many messages at once; try again in a moment.',
  'too-large': 'The message is too large.',
  locked: 'Nobody else may join this lesson.',
  removed: 'The presenter has removed this student.',
  'not-saved': 'The server cannot save at the moment; try again.',
  outdated: 'This page is of another version; load it again.',
  internal: 'Something went wrong on the server.',
}

export const refusal = (reason: Reason) => ({ ok: false as const, reason, message: sentences[reason] })

/** The same as an HTTP body. */
export const problem = (reason: Reason) => ({ reason, message: sentences[reason] })
