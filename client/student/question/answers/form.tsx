/** Fields that are filled in and then sent, by the button or the Enter key. */
import type { ComponentChildren } from 'preact'
import { words } from '../../../i18n/words.ts'

interface Props {
  open: boolean
  /** There is something to send that has not been sent. */
  ready: boolean
  /** The fields hold something else than the record. */
  unsent?: boolean
  /** What they hold is an answer, and so is sent by itself when voting closes. */
  whole?: boolean
  send: () => void
  children: ComponentChildren
}

export function AnswerForm({ open, ready, unsent = ready, whole = ready, send, children }: Props) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (open && ready) send()
  }
  return (
    <form class="answer-form" onSubmit={submit} noValidate>
      {children}
      {open && (
        <button type="submit" class="button primary question-send" disabled={!ready}>
          {words.value.student.send}
        </button>
      )}
      <p class="answer-unsent" role="status">
        {open && unsent && <span>{words.value.student.unsent}</span>}
        {open && unsent && whole && <span> {words.value.student.sentAtClose}</span>}
      </p>
    </form>
  )
}
