/** A student's message with what can become of it. */
import { useId } from 'preact/hooks'
import type { MessageView } from '#wire/segment-view'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'

type To = Exclude<MessageView['state'], 'waiting'>

/** Where a message can go, in the order of its buttons. */
const WAYS: Record<MessageView['state'], [To, 'letThrough' | 'show' | 'takeDown' | 'answered' | 'hide'][]> = {
  waiting: [
    ['open', 'letThrough'],
    ['shown', 'show'],
    ['answered', 'answered'],
    ['hidden', 'hide'],
  ],
  open: [
    ['shown', 'show'],
    ['answered', 'answered'],
    ['hidden', 'hide'],
  ],
  shown: [
    ['open', 'takeDown'],
    ['answered', 'answered'],
    ['hidden', 'hide'],
  ],
  answered: [
    ['shown', 'show'],
    ['hidden', 'hide'],
  ],
  hidden: [['open', 'letThrough']],
}

export function Message({ board, message }: { board: ControlBoard; message: MessageView }) {
  const { inbox: text } = words.value.presenter
  const { id, text: said, name, at, votes, state } = message
  const label = useId()
  return (
    <li class="message" data-state={state}>
      <p id={label} class="message-text" dir="auto">
        {said}
      </p>
      <p class="message-facts quiet small tabular">
        {name === undefined ? <i>{text.unsigned}</i> : <bdi>{name}</bdi>}
        <span>{timeOfDay(at)}</span>
        {votes > 0 && <b>{text.votes(votes)}</b>}
        <span class="message-state">{text.states[state]}</span>
      </p>
      {isLive(board) && (
        <p class="message-acts">
          {WAYS[state].map(([to, name], index) => (
            <button
              key={to}
              type="button"
              class={index === 0 && state === 'waiting' ? 'button' : 'button plain'}
              aria-describedby={label}
              disabled={board.away.value}
              onClick={() => void board.drive.send({ type: 'moderate', message: id, state: to })}
            >
              {text[name]}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
