/** What has been asked in this class and may be read, one's own with what became of it, and votes. */
import up from 'lucide-static/icons/chevron-up.svg?raw'
import { useRef } from 'preact/hooks'
import { BETWEEN_MESSAGES } from '#rules/message-limits'
import { isolated } from '../../i18n/isolate.ts'
import { lateWords } from '../../i18n/late-words.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { type Listed, listed } from './messages.ts'

export function MessageList({ session }: { session: Session }) {
  const { link, outbox, pending } = session
  const order = useRef<string[]>([])
  const own = link.slices.you.value ?? {}
  const voteOf = (id: string) => pending('upvote', ({ message }) => message === id)?.command.on
  const messages = listed(link.slices.inbox.value?.messages ?? [], own, voteOf, order.current)
  order.current = messages.map(({ id }) => id)
  const waiting = outbox.kept.value.flatMap(({ command, at }) => (command.type === 'ask' ? [{ ...command, at }] : []))
  if (messages.length + waiting.length === 0) return <p class="quiet">{lateWords.value.inbox.none}</p>
  return (
    <ul class="messages">
      {waiting.map(({ text, at }) => (
        <li key={at} class="message">
          <p class="message-text" dir="auto">
            {text}
          </p>
          <p class="message-state small">{keptWords(session, at)}</p>
        </li>
      ))}
      {messages.map(message => (
        <Message key={message.id} session={session} message={message} />
      ))}
    </ul>
  )
}

function Message({
  session,
  message: { id, text, name, votes, state, own, voted },
}: {
  session: Session
  message: Listed
}) {
  const { inbox } = lateWords.value
  const about = [name && inbox.by(isolated(name)), own && inbox.yours].filter(Boolean).join(' · ')
  const told = own || state === 'shown' || state === 'answered'
  return (
    <li class="message" data-state={state}>
      <p id={`text-${id}`} class="message-text" dir="auto">
        {text}
      </p>
      <p class="message-state small">{[about, told && inbox.states[state]].filter(Boolean).join(' · ')}</p>
      {own ? (
        votes > 0 && <span class="message-votes small tabular">{inbox.votes(votes)}</span>
      ) : (
        <>
          <span id={`votes-${id}`} class="spoken">
            {inbox.votes(votes)}
          </span>
          <button
            type="button"
            class="button message-vote tabular"
            aria-describedby={`text-${id} votes-${id}`}
            aria-pressed={voted}
            onClick={() => session.say({ type: 'upvote', message: id, on: !voted })}
          >
            <Icon svg={up} />
            <span class="spoken">{inbox.upvote}</span>
            <span aria-hidden="true">{votes}</span>
          </button>
        </>
      )}
    </li>
  )
}

/** What keeps a message on this phone. */
function keptWords({ link, outbox }: Session, at: number): string {
  const { inbox } = lateWords.value
  const { student } = words.value
  if (link.state.value.is !== 'live' || outbox.trouble.value) return `${student.kept}. ${student.keptOffline}`
  const { messages = [], unread = [] } = link.slices.you.value ?? {}
  const own = [...unread, ...(link.slices.inbox.value?.messages ?? []).filter(({ id }) => messages.includes(id))]
  return own.some(sent => at - sent.at < BETWEEN_MESSAGES) ? inbox.soon : inbox.sending
}
