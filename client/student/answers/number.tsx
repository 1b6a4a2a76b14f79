/** A number, typed. */
import { useSignal } from '@preact/signals'
import { lang, words } from '../../i18n/words.ts'
import { AnswerForm } from './form.tsx'
import { negated, readNumber, writeNumber } from './numeral.ts'
import type { AnswerProps } from './props.ts'

/** Characters; more than any number needs. */
const LONGEST = 40

export function NumberAnswer({ poll, own, give }: AnswerProps) {
  const { student, common } = words.value
  const typed = useSignal<string | undefined>(undefined)
  const fault = useSignal<'not-number' | 'too-large' | undefined>(undefined)
  const sent = typeof own?.value === 'number' ? own.value : undefined
  const open = poll.phase === 'open'
  const text = (open ? typed.value : undefined) ?? (sent === undefined ? '' : writeNumber(sent, lang.value))
  const type = (text: string) => {
    typed.value = text
    fault.value = undefined
  }
  const send = () => {
    const read = readNumber(text)
    if (typeof read === 'number') return give(read)
    fault.value = read
  }
  return (
    <AnswerForm open={open} ready={text.trim() !== '' && readNumber(text) !== sent} send={send}>
      <label class="answer-label" for="answer">
        {common.yourAnswer}
      </label>
      <div class="answer-line">
        <input
          class="field answer-number"
          id="answer"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={LONGEST}
          value={text}
          disabled={!open}
          aria-invalid={fault.value !== undefined}
          aria-describedby="answer-fault"
          onInput={event => type(event.currentTarget.value)}
        />
        {/* Number keypads of some phones have no minus. */}
        {open && (
          <button type="button" class="button" aria-label={student.changeSign} onClick={() => type(negated(text))}>
            ±
          </button>
        )}
      </div>
      <p id="answer-fault" class="answer-fault" role="alert">
        {open && fault.value && student.numberFault[fault.value]}
      </p>
    </AnswerForm>
  )
}
