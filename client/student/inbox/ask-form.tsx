/** The form in which a student writes to the presenter, with a name or without. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { MOST_OWN_MESSAGES } from '#rules/message-limits'
import { tidy } from '#rules/typed-text'
import { LONGEST_MESSAGE } from '#wire/protocol'
import { lateWords } from '../../i18n/late-words.ts'
import { words, wordsFor } from '../../i18n/words.ts'
import type { Session } from '../session.ts'
import { ownQuestion } from './own-question.ts'

/** From here on, in characters, it is said how many are left. */
const FEW = 60

export function AskForm({ session }: { session: Session }) {
  const { inbox } = lateWords.value
  const { name, messages = [] } = session.link.slices.you.value ?? {}
  const draft = ownQuestion(session.code)
  const note = useSignal('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => takeBack(session, note), [session.refusals.value])
  if (messages.length >= MOST_OWN_MESSAGES) return <p>{inbox.limit}</p>
  const { text, signed } = draft.value
  const left = LONGEST_MESSAGE - text.length
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const written = tidy(text)
    note.value = written ? '' : inbox.short
    field.current?.focus()
    if (!written) return
    session.say({ type: 'ask', text: written, signed: signed && name !== undefined })
    draft.value = { text: '', signed }
  }
  return (
    <form class="ask-form" onSubmit={submit} noValidate>
      <label class="spoken" for="question">
        {inbox.text}
      </label>
      <textarea
        ref={field}
        id="question"
        class="field ask-text"
        dir="auto"
        rows={3}
        maxLength={LONGEST_MESSAGE}
        value={text}
        placeholder={inbox.text}
        aria-describedby="question-left question-note"
        onInput={({ currentTarget }) => {
          draft.value = { text: currentTarget.value, signed }
          note.value = ''
        }}
      />
      <p id="question-left" class="small quiet tabular">
        {left <= FEW && words.value.student.charactersLeft(left)}
      </p>
      {name === undefined ? (
        <p class="small quiet">{inbox.unsigned}</p>
      ) : (
        <label class="ask-signed">
          <input
            type="checkbox"
            checked={signed}
            onChange={({ currentTarget }) => {
              draft.value = { text, signed: currentTarget.checked }
            }}
          />
          {inbox.signed(name)}
        </label>
      )}
      {name !== undefined && !signed && <p class="small quiet">{inbox.unsigned}</p>}
      <p id="question-note" class="ask-note" role="alert">
        {note.value}
      </p>
      <button type="submit" class="button primary ask-send">
        {inbox.send}
      </button>
    </form>
  )
}

/** What was not taken is put back into an empty field, with the reason. */
function takeBack({ code, refusals }: Session, note: { value: string }) {
  const draft = ownQuestion(code)
  const refused = refusals.value.find(({ command }) => command.type === 'ask')
  if (refused?.command.type !== 'ask' || draft.value.text !== '') return
  const { text, signed } = refused.command
  draft.value = { text, signed }
  refusals.value = refusals.value.filter(other => other !== refused)
  note.value = wordsFor(lateWords.value.inbox.refused, refused.reason)
}
