/** The choices of a question, to be picked: one tap answers a single choice, a button sends several. */
import { useSignal } from '@preact/signals'
import type { PollView } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { byLetter } from '../ui/bars.tsx'
import { Html } from '../ui/html.tsx'
import { Mark } from '../ui/mark.tsx'
import { picks } from './picks.ts'
import type { Own } from './session.ts'

interface Props {
  poll: PollView
  own: Own | undefined
  give: (value: number[]) => void
}

export function Choices({ poll, own, give }: Props) {
  /** Boxes ticked and not sent; undefined while they are as sent. */
  const ticked = useSignal<number[] | undefined>(undefined)
  const sent = picks(own?.value)
  const picked = ticked.value ?? sent
  const open = poll.phase === 'open'
  const pick = (index: number, on: boolean) => {
    if (!poll.multiple) return give([index])
    const rest = picked.filter(other => other !== index)
    ticked.value = on ? [...rest, index].sort((a, b) => a - b) : rest
  }
  const changed = picked.length > 0 && String(picked) !== String([...sent].sort((a, b) => a - b))
  const send = () => {
    give(picked)
    ticked.value = undefined
  }
  return (
    <>
      <div class="question-choices">
        {byLetter(poll.choices).map(({ key, html, index }) => (
          <label key={key} class="question-choice" data-picked={picked.includes(index)} data-open={open}>
            <Mark letter={key} />
            <Html class="question-choice-text" html={html} />
            <input
              class="question-choice-input"
              type={poll.multiple ? 'checkbox' : 'radio'}
              name={`${poll.id} ${poll.round}`}
              checked={picked.includes(index)}
              disabled={!open}
              onChange={event => pick(index, event.currentTarget.checked)}
            />
          </label>
        ))}
      </div>
      {poll.multiple && open && (
        <button type="button" class="button primary question-send" disabled={!changed} onClick={send}>
          {words.value.student.send}
        </button>
      )}
    </>
  )
}
