/** A short text, typed on one line. */
import { useId } from 'preact/hooks'
import { LONGEST_TEXT, tidy } from '#rules/typed-text'
import { words } from '../../../i18n/words.ts'
import { AnswerForm } from './form.tsx'
import type { AnswerProps } from './props.ts'

/** From here on, the characters left are counted in sight. */
const NEAR = 40
/** Counts that are also spoken. */
const SPOKEN = [20, 10, 0]

/** What a student types is what counts: phones correct no words and, on iOS with the spelling check, draw no quotes or hyphens. */
const verbatim = { autoCapitalize: 'off', autocorrect: 'off', spellcheck: false } as const

export function TextAnswer({ poll, own, give, entered, enter }: AnswerProps) {
  const id = useId()
  const { student, common } = words.value
  const sent = typeof own?.value === 'string' ? own.value : ''
  const open = poll.phase === 'open'
  const text = entered?.map(String)[0] ?? sent
  const kept = tidy(text)
  const left = LONGEST_TEXT - text.length
  return (
    <AnswerForm open={open} ready={kept !== '' && kept !== sent} send={() => give(kept)}>
      <label class="answer-label" for={id}>
        {common.yourAnswer}
      </label>
      <input
        class="field"
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        {...verbatim}
        maxLength={LONGEST_TEXT}
        value={text}
        disabled={!open}
        aria-describedby={`${id}-left`}
        onInput={event => {
          const text = event.currentTarget.value
          enter([text], tidy(text) || undefined)
        }}
      />
      {open && left <= NEAR && (
        <p id={`${id}-left`} class="small quiet tabular">
          {student.charactersLeft(left)}
        </p>
      )}
      <span class="spoken" role="status">
        {SPOKEN.includes(left) && student.charactersLeft(left)}
      </span>
    </AnswerForm>
  )
}
