/** Slices about messages to the presenter, and the pulse. Pure. */
import type { InboxView, MessageView, PulseView } from '../../wire/segment-view.ts'
import type { Message } from '../inbox/inbox-events.ts'
import { isReadByAll } from '../inbox/messages.ts'
import type { Lesson } from '../lesson.ts'
import { presentStudents } from '../people/present-students.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

/** Most messages in one slice, which is whole each time; those of a thousand students would be megabytes. */
const MOST_MESSAGES = { student: 50, presenter: 200 } as const
/** So that those that wait leave room for the others, and the others for them. */
const MOST_WAITING = 100
/** Ms between two. */
const INTERVALS = { student: 1_000, presenter: 250, screen: 250 } as const

type Listed = Message & { id: string; count: number }

export const inbox = defineSlice(
  EVERYONE,
  ({ deck, lesson: { inbox, students } }) => ({ on: deck.inbox !== undefined, inbox, students }),
  ({ on, inbox, students }, role): InboxView | null => {
    if (!on) return null
    const present = presentStudents(students)
    const view = (message: Listed) => messageView(message, students, role === 'presenter')
    const listed = (id: string, message: Message): Listed[] =>
      present.has(message.student) ? [{ ...message, id, count: votesOf(message, present) }] : []
    if (role === 'screen') {
      const message = inbox.shown === undefined ? undefined : inbox.messages.get(inbox.shown)
      const [shown] = message ? listed(inbox.shown ?? '', message) : []
      return { message: shown ? view(shown) : null }
    }
    const all = [...inbox.messages].flatMap(([id, message]) =>
      role === 'presenter' || isReadByAll(message) ? listed(id, message) : [],
    )
    const sent = new Set(mostImportant(all, MOST_MESSAGES[role]))
    const more = all.length - sent.size
    return { messages: all.filter(message => sent.has(message)).map(view), ...(more > 0 && { more }) }
  },
  INTERVALS,
)

export const pulse = defineSlice(
  ['presenter'],
  ({ deck, passing: { pulse } }) => ({ on: deck.pulse, ...pulse }),
  ({ on, lost = 0, fast = 0, clear = 0 }): PulseView | null => (on ? { lost, fast, clear } : null),
)

/** What is on the wall; then what waits, the oldest first; then what is open, by votes; then the latest of the others. */
function mostImportant(all: Listed[], most: number): Listed[] {
  if (all.length <= most) return all
  const of = (...states: Message['state'][]) => all.filter(({ state }) => states.includes(state))
  const waiting = of('waiting')
  return [
    ...of('shown'),
    ...waiting.slice(0, MOST_WAITING),
    ...of('open').toSorted((a, b) => b.count - a.count || b.at - a.at),
    ...of('answered').toReversed(),
    ...of('hidden').toReversed(),
    ...waiting.slice(MOST_WAITING),
  ].slice(0, most)
}

function votesOf({ votes }: Message, present: ReadonlySet<string>): number {
  let count = 0
  for (const student of votes) if (present.has(student)) count += 1
  return count
}

/** A name that the presenter has hidden is nobody else's to read. */
function messageView(message: Listed, students: Lesson['students'], toPresenter: boolean): MessageView {
  const { id, text, student, signed, at, count, state } = message
  const { name, nameHidden } = students.get(student) ?? {}
  return {
    id,
    text,
    ...(signed && name !== undefined && (toPresenter || !nameHidden) && { name }),
    at,
    votes: count,
    state,
  }
}
