/** How the inbox and the pulse change. Pure. */
import { Set as PersistentSet } from 'immutable'
import type { Lesson, LessonEvent } from '../lesson.ts'
import type { Inbox, InboxEvent, OwnMessages, Pulses } from './inbox-events.ts'

type At = Pick<LessonEvent, 'at'>

export function evolveInbox(lesson: Lesson, event: InboxEvent & At): Lesson {
  switch (event.type) {
    case 'asked':
      return { ...lesson, inbox: withMessage(lesson.inbox, event) }
    case 'upvoted':
      return { ...lesson, inbox: withVote(lesson.inbox, event) }
    case 'moderated':
      return { ...lesson, inbox: withState(lesson.inbox, event) }
    case 'pulsed':
      return { ...lesson, pulses: withPulse(lesson.pulses, event) }
    default:
      return event satisfies never
  }
}

function withMessage(inbox: Inbox, { message: id, student, text, signed, state, at }: OfType<'asked'> & At): Inbox {
  const own = ownOf(inbox, student)
  return {
    ...inbox,
    messages: inbox.messages.set(id, { student, text, signed, at, state, votes: PersistentSet() }),
    own: inbox.own.set(student, { ...own, asked: [...own.asked, id] }),
  }
}

function withVote(inbox: Inbox, { message: id, student, on }: OfType<'upvoted'>): Inbox {
  const message = inbox.messages.get(id)
  if (!message) return inbox
  const own = ownOf(inbox, student)
  const others = own.upvoted.filter(voted => voted !== id)
  return {
    ...inbox,
    messages: inbox.messages.set(id, {
      ...message,
      votes: on ? message.votes.add(student) : message.votes.delete(student),
    }),
    own: inbox.own.set(student, { ...own, upvoted: on ? [...others, id] : others }),
  }
}

/** There is room for one on the wall: it takes the place of the one before. */
function withState({ shown, ...inbox }: Inbox, { message: id, state }: OfType<'moderated'>): Inbox {
  const messages = inbox.messages.withMutations(messages => {
    const before = shown === undefined || shown === id ? undefined : messages.get(shown)
    if (state === 'shown' && shown !== undefined && before) messages.set(shown, { ...before, state: 'open' })
    const message = messages.get(id)
    if (message) messages.set(id, { ...message, state })
  })
  const onWall = state === 'shown' ? id : shown === id ? undefined : shown
  return { ...inbox, messages, ...(onWall !== undefined && { shown: onWall }) }
}

function withPulse(pulses: Pulses, { student, feeling, slide, f, at }: OfType<'pulsed'> & At): Pulses {
  const { current, lost, all } = pulses
  if (feeling === 'none') return { ...pulses, current: current.delete(student) }
  const pulse = { at, feeling, slide, f }
  const before = lost.get(student) ?? []
  const again = feeling !== 'lost' || before.some(place => place.slide === slide && place.f === f)
  return {
    current: current.set(student, pulse),
    lost: again ? lost : lost.set(student, [...before, { at, slide, f }]),
    all: all.push({ ...pulse, student }),
  }
}

const ownOf = (inbox: Inbox, student: string): OwnMessages => inbox.own.get(student) ?? { asked: [], upvoted: [] }

type OfType<T extends InboxEvent['type']> = Extract<InboxEvent, { type: T }>
