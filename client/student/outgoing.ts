/** What a student has told the class and the server does not show yet: on its way, or taken a moment ago. */
import { effect, signal, untracked } from '@preact/signals'
import type { Reason } from '#wire/protocol'
import type { Link } from '../connection/link.ts'
import { type Kept, type OwnMessage, type StudentCommand, toSend } from './kept-command.ts'
import { createOutbox, type Outbox, type Store } from './outbox.ts'

export type Said<T extends StudentCommand['type']> = Extract<StudentCommand, { type: T }>

/** `kept`: the server has not said yet that it has it. */
export type Pending<T extends StudentCommand['type']> = Kept<Said<T>> & { kept: boolean }

export interface Outgoing {
  outbox: Outbox
  /** Tells the class something: kept on this phone until the server has said yes or no, in place of what is kept about the same. */
  say(command: StudentCommand): void
  /** The last command of a type, and about something, that `you` does not show yet. */
  pending<T extends StudentCommand['type']>(type: T, isMeant?: (command: Said<T>) => boolean): Pending<T> | undefined
}

interface Parts {
  link: Link
  store: Store
  /** Where in the store. */
  name: string
}

/** @param settled is told of what the server has taken (`undefined`) or refused for good */
export function createOutgoing(
  { link, store, name }: Parts,
  settled: (kept: Kept, refusal: Reason | undefined) => void,
): Outgoing {
  const { you } = link.slices
  const taken = signal<Kept[]>([])
  /** The server has said on this connection what it has: an older answer kept here must not replace a newer one. */
  let greeted = false

  const outbox = createOutbox(
    {
      store,
      name,
      now: link.now,
      send: async kept => (greeted ? link.send(toSend(kept)) : 'unreachable'),
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    (kept, refusal) => {
      if (!refusal) taken.value = [...taken.value, kept]
      settled(kept, refusal)
    },
  )
  effect(() => {
    if (link.state.value.is !== 'live') greeted = false
  })
  effect(() => {
    const own = you.value
    taken.value = []
    if (!own) return
    greeted = true
    untracked(() => {
      outbox.learn(own.answers, ownMessages(link))
      outbox.flush()
    })
  })
  effect(() => {
    const messages = ownMessages(link)
    untracked(() => outbox.learn({}, messages))
  })
  addEventListener('storage', outbox.reload)

  return {
    outbox,
    say(command) {
      outbox.put({ command, at: link.now() })
    },
    pending<T extends StudentCommand['type']>(type: T, isMeant: (command: Said<T>) => boolean = () => true) {
      const isIt = (kept: Kept): kept is Kept<Said<T>> => kept.command.type === type && isMeant(kept.command as Said<T>)
      const waiting = outbox.kept.value.findLast(isIt)
      if (waiting) return { ...waiting, kept: true }
      const fresh = taken.value.findLast(isIt)
      return fresh && { ...fresh, kept: false }
    },
  }
}

/** The server tells of those that all may read, and of the others. */
function ownMessages({ slices: { you, inbox } }: Link): OwnMessage[] {
  const { messages = [], unread = [] } = you.value ?? {}
  return [...unread, ...(inbox.value?.messages ?? []).filter(({ id }) => messages.includes(id))]
}
