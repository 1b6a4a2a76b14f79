/** Up to three words or short phrases, one a field. */
import { useId } from 'preact/hooks'
import { LONGEST_PHRASE, MOST_PHRASES } from '#rules/typed-text'
import { words } from '../../../i18n/words.ts'
import { AnswerForm } from './form.tsx'
import { fieldsOf, phrasesOf } from './phrases.ts'
import type { AnswerProps } from './props.ts'

export function WordsAnswer({ poll, own, give, entered, enter }: AnswerProps) {
  const id = useId()
  const { student } = words.value
  const sent = typeof own?.value === 'string' ? own.value : ''
  const open = poll.phase === 'open'
  // An answer that came too late is one text again.
  const fields = entered?.length === MOST_PHRASES ? entered.map(String) : fieldsOf(entered?.join(', ') ?? sent)
  const phrases = phrasesOf(fields)
  const answer = phrases.join(', ')
  const tooMany = phrases.length > MOST_PHRASES
  return (
    <AnswerForm open={open} ready={answer !== '' && answer !== sent && !tooMany} send={() => give(answer)}>
      {fields.map((text, index) => (
        <label key={student.word(index + 1)} class="answer-word">
          <span class="answer-label">{student.word(index + 1)}</span>
          <input
            class="field"
            type="text"
            dir="auto"
            autocomplete="off"
            maxLength={LONGEST_PHRASE}
            value={text}
            disabled={!open}
            aria-describedby={`${id}-fault`}
            onInput={event => {
              const typed = fields.with(index, event.currentTarget.value)
              const given = phrasesOf(typed)
              enter(typed, given.length > 0 && given.length <= MOST_PHRASES ? given.join(', ') : undefined)
            }}
          />
        </label>
      ))}
      <p id={`${id}-fault`} class="answer-fault" role="alert">
        {tooMany && student.tooManyWords}
      </p>
    </AnswerForm>
  )
}
