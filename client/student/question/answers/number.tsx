/** A number, typed. */
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { negated, otherReading, readNumber, writeNumber } from '#rules/typed-number'
import { numberLang, words } from '../../../i18n/words.ts'
import { AnswerForm } from './form.tsx'
import type { AnswerProps } from './props.ts'

/** Characters; more than any number needs. */
const MOST_CHARACTERS = 40

export function NumberAnswer({ poll, own, give, entered, enter }: AnswerProps) {
  const id = useId()
  const { student, common } = words.value
  const fault = useSignal<'not-number' | 'too-large' | undefined>(undefined)
  const sent = typeof own?.value === 'number' ? own.value : undefined
  const open = poll.phase === 'open'
  const lang = numberLang.value
  const text = entered?.map(String)[0] ?? (sent === undefined ? '' : writeNumber(sent, lang))
  const read = readNumber(text, lang)
  const other = otherReading(text, lang)
  const line = useRef<HTMLDivElement>(null)
  const isUnclear = open && typeof read === 'number' && other !== undefined
  useEffect(() => {
    if (isUnclear) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isUnclear])
  const type = (text: string) => {
    const read = readNumber(text, lang)
    enter([text], typeof read === 'number' ? read : undefined)
    fault.value = undefined
  }
  const send = () => {
    if (typeof read === 'number') give(read)
    else fault.value = read
  }
  return (
    <AnswerForm open={open} ready={text.trim() !== '' && read !== sent} whole={typeof read === 'number'} send={send}>
      <label class="answer-label" for={id}>
        {common.yourAnswer}
      </label>
      {/* Above the field: below it may be a keyboard, or the button that stays in sight. */}
      <p id={`${id}-reading`} class="answer-reading" role="status">
        {isUnclear && (
          <>
            {student.understood(writeNumber(read, lang), writeNumber(other, lang))}{' '}
            <button type="button" class="button" onClick={() => type(writeNumber(other, lang))}>
              {student.meant(writeNumber(other, lang))}
            </button>
          </>
        )}
      </p>
      <div ref={line} class="answer-line">
        <input
          class="field answer-number"
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={MOST_CHARACTERS}
          value={text}
          disabled={!open}
          aria-invalid={fault.value !== undefined}
          aria-describedby={`${id}-fault ${id}-reading`}
          onInput={event => type(event.currentTarget.value)}
        />
        {/* Number keypads of some phones have no minus. */}
        {open && (
          <button type="button" class="button" aria-label={student.changeSign} onClick={() => type(negated(text))}>
            ±
          </button>
        )}
      </div>
      <p id={`${id}-fault`} class="answer-fault" role="alert">
        {open && fault.value && student.numberFault[fault.value]}
      </p>
    </AnswerForm>
  )
}
