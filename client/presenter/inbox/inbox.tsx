/** What students wrote: those that wait to be let through first, then the others, which the class can read. */
import tray from 'lucide-static/icons/inbox.svg?raw'
import type { InboxView, MessageView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { useSteadyOrder } from '../steady-order.ts'
import { Message } from './message.tsx'
import './inbox.css'

/** In the place of the notes. */
export function Inbox({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  return (
    <section class="notes inbox" aria-label={presenter.inbox.title}>
      <div class="notes-head">
        <h2 class="label">{presenter.inbox.title}</h2>
        <ActButton board={board} act="inbox" plain class="notes-inbox">
          {presenter.notes}
        </ActButton>
      </div>
      <Scroll class="notes-text" label={presenter.inbox.messages}>
        <Messages board={board} inbox={board.link.slices.inbox.value ?? {}} />
      </Scroll>
    </section>
  )
}

export function InboxDialog({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  return (
    <Dialog title={words.value.presenter.inbox.title} class="inbox-dialog" toRead onClose={onClose}>
      <Messages board={board} inbox={board.link.slices.inbox.value ?? {}} />
    </Dialog>
  )
}

interface ButtonProps {
  board: ControlBoard
  /** A picture instead of the word. */
  brief?: boolean
}

/** The way to them, with how many wait. */
export function InboxButton({ board, brief = false }: ButtonProps) {
  const { inbox: text } = words.value.presenter
  const inbox = board.link.slices.inbox.value
  // There is nothing to press where there is nothing to read; the menu has it all the same.
  if (!inbox?.messages?.length) return null
  const waiting = waitingIn(inbox)
  return (
    <>
      <ActButton board={board} act="inbox" plain class="notes-inbox">
        {brief && <Icon svg={tray} />}
        <span class={brief ? 'spoken' : ''}>{text.title}</span>
        {waiting > 0 && (
          <b class="inbox-count tabular" aria-hidden="true">
            {waiting}
          </b>
        )}
      </ActButton>
      <span class="spoken" role="status">
        {waiting > 0 && text.waiting(waiting)}
      </span>
    </>
  )
}

const waitingIn = ({ messages = [] }: InboxView) => messages.filter(({ state }) => state === 'waiting').length

function Messages({ board, inbox: { messages = [], more } }: { board: ControlBoard; inbox: InboxView }) {
  const byVotes = (a: MessageView, b: MessageView) => b.votes - a.votes || a.at - b.at
  const steady = useSteadyOrder(messages, ({ id }) => id, byVotes)
  const groups = [['waiting'], ['shown', 'open'], ['answered', 'hidden']]
  const ordered = groups.flatMap(states => steady.filter(({ state }) => states.includes(state)))
  if (ordered.length === 0) return <p class="quiet small">{words.value.presenter.inbox.none}</p>
  return (
    <ul class="inbox-list">
      {ordered.map(message => (
        <Message key={message.id} board={board} message={message} />
      ))}
      {more !== undefined && <li class="quiet small">{words.value.presenter.peopleMore(more)}</li>}
    </ul>
  )
}
