/** What a student has entered into questions and not sent yet: kept through a reload, and sent by itself when voting closes. */
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { You } from '#wire/messages'
import type { PollView, Value } from '#wire/poll-view'
import type { Reason } from '#wire/protocol'
import type { Answer, Kept } from '../kept-command.ts'
import type { Store } from '../outbox.ts'
import { type Entered, isFor, mayChange, readEntered, undelivered } from './entered-answer.ts'

export interface Drafts {
  /** What stands on the page of a question and was not sent. */
  entered(poll: PollView): Entered | undefined
  enter(poll: PollView, fields: Entered['fields'], value?: Value): void
}

interface Parts {
  store: Store
  /** Where in the store. */
  name: string
  /** Undefined until the class has said. */
  poll: ReadonlySignal<PollView | null | undefined>
  polls: ReadonlySignal<PollView[]>
  you: ReadonlySignal<You | undefined>
  /** The server's clock, ms since the epoch. */
  now(): number
  put(answer: Kept<Answer>): void
}

export type OwnDrafts = Drafts & {
  forget(poll: string): void
  /** An answer was taken (`undefined`) or refused. */
  settled(answer: Kept<Answer>, refusal: Reason | undefined): void
}

export function createDrafts({ store, name, poll, polls, you, now, put }: Parts): OwnDrafts {
  /** One a question. */
  const drafts = signal(readEntered(store.get(name)))
  effect(() => store.set(name, JSON.stringify(drafts.value)))
  effect(() => {
    if (poll.value === undefined) return
    for (const draft of drafts.value) follow(draft, asked(draft.poll))
  })

  return {
    entered: poll => drafts.value.find(draft => isFor(draft, poll)),
    enter({ id, round }, fields, value) {
      keep({ poll: id, round, fields, at: now(), ...(value !== undefined && { value }) })
    },
    forget,
    settled(answer, refusal) {
      const { poll: id, round, value } = answer.command
      const own = drafts.peek().find(draft => isFor(draft, { id, round }))
      if (!refusal && own && String(own.value) === String(value)) forget(id)
      if (refusal === 'already-closed' && !own) keep(undelivered(answer, asked(id)))
    },
  }

  /** Sends what is complete when voting has closed; or was reopened, and takes what came too late. */
  function follow({ closed: wasClosed, ...draft }: Entered, asked: PollView | null) {
    const isOpen = mayChange(draft, asked)
    if (isOpen !== (wasClosed === true)) return
    const { poll: id, round, value, at } = draft
    untracked(() => {
      const recorded = you.value?.answers[id]
      const same = recorded?.round === round && String(recorded.value) === String(value)
      if (same) forget(id)
      else keep(isOpen ? draft : { ...draft, closed: true })
      if (value !== undefined && !same) put({ command: { type: 'answer', poll: id, round, value }, at })
    })
  }

  function asked(id: string): PollView | null {
    return [poll.value, ...polls.value].find(shown => shown?.id === id) ?? null
  }

  function keep(draft: Entered) {
    drafts.value = [...others(draft.poll), draft]
  }

  function forget(id: string) {
    drafts.value = others(id)
  }

  function others(id: string): Entered[] {
    return drafts.peek().filter(({ poll }) => poll !== id)
  }
}
