/** What a student says, on its way: kept on the phone from the tap until the server has said yes or no, whatever happens in between. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { tidy } from '#rules/typed-text'
import type { OwnAnswer } from '#wire/messages'
import type { Reason, Reply } from '#wire/protocol'
import type { Sent } from '../connection/link.ts'
import {
  isAnswer,
  isKept,
  isStale,
  type Kept,
  type OwnMessage,
  sameKept,
  sameSubject,
  subjectOf,
} from './kept-command.ts'

/** Text by name, that outlives the page. */
export interface Store {
  get(name: string): string | undefined
  set(name: string, text: string): void
}

interface Parts {
  store: Store
  /** Where in the store; pages of one lesson share it. */
  name: string
  send(kept: Kept): Promise<Sent>
  /** The server's clock, ms since the epoch. */
  now(): number
  /** Runs something after some ms; returns what calls it off. */
  after(ms: number, run: () => void): () => void
}

export interface Outbox {
  /** What the server has not taken yet, oldest first. */
  kept: ReadonlySignal<Kept[]>
  /** Why the last try came to nothing, while trying goes on. */
  trouble: ReadonlySignal<'unreachable' | 'busy' | undefined>
  /** Takes the place of what is kept about the same. */
  put(kept: Kept): void
  /** Tries at once; for when the connection is back. */
  flush(): void
  /** Drops answers older than what the server has from elsewhere, such as another tab, and messages that it has already. */
  learn(answers: Record<string, OwnAnswer>, messages?: OwnMessage[]): void
  /** Looks into the store again; for when another tab has written to it. */
  reload(): void
  close(): void
}

/** Refusals that pass by themselves. */
const PASSING: readonly Reason[] = ['too-fast', 'not-saved', 'internal']
/** Tries of a message that is one too many for the moment; more, and it is one too many for the class. */
const MOST_TRIES = 8

/** Ms before the first try again; doubled each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 10_000

/** @param settled is told of each that the server has taken (`undefined`) or refused for good */
export function createOutbox(parts: Parts, settled: (kept: Kept, refusal: Reason | undefined) => void): Outbox {
  const kept = signal(read(parts))
  const trouble = signal<'unreachable' | 'busy' | undefined>(undefined)
  /** Answers that this page has sent, by subject: the server's may be one of these, and no news. */
  const tried = new Map<string, Set<string>>()
  /** How often in a row the next message was one too many. */
  let tooMany = 0
  let sending = false
  let urgent = false
  let failures = 0
  let callOff = () => {}
  let closed = false

  return {
    kept,
    trouble,
    put(item) {
      write([...read(parts).filter(other => !sameSubject(other, item)), item])
      flush()
    },
    flush,
    learn(answers, messages = []) {
      const stored = read(parts)
      const current = stored.filter(item => !overtaken(item, answers) && !arrived(item, messages))
      if (current.length < stored.length) write(current)
    },
    reload() {
      kept.value = read(parts)
    },
    close() {
      closed = true
      callOff()
    },
  }

  function flush() {
    if (closed) return
    callOff()
    if (sending) {
      urgent = true
      return
    }
    void sendAll()
  }

  async function sendAll() {
    sending = true
    // Messages have a limit of their own: they wait for it, and are in the way of nothing else.
    let messagesWait = false
    // The store is read each time: another tab may have answered meanwhile, or already sent this.
    for (let item = next(messagesWait); item && !closed; item = next(messagesWait)) {
      urgent = false
      remember(item)
      const sent = await parts.send(item)
      if (closed) return
      if (isOneTooMany(item, sent)) {
        messagesWait = ++tooMany < MOST_TRIES
        if (!messagesWait) settle(item, 'too-fast')
        continue
      }
      if (sent === 'unreachable' || mayPass(sent)) {
        trouble.value = sent === 'unreachable' ? 'unreachable' : 'busy'
        if (urgent) continue
        failures++
        callOff = parts.after(pause(failures), flush)
        break
      }
      failures = 0
      trouble.value = undefined
      settle(item, sent.ok ? undefined : sent.reason)
    }
    sending = false
    if (messagesWait && failures === 0) callOff = parts.after(pause(tooMany), flush)
  }

  function settle(item: Kept, refusal: Reason | undefined) {
    if (item.command.type === 'ask') tooMany = 0
    const stored = read(parts)
    const rest = stored.filter(other => !sameKept(other, item))
    write(rest)
    const replaced = rest.some(other => sameSubject(other, item))
    if (!replaced) settled(item, refusal)
  }

  function remember(item: Kept) {
    if (!isAnswer(item)) return
    const values = tried.get(subjectOf(item)) ?? new Set()
    tried.set(subjectOf(item), values.add(String(item.command.value)))
  }

  /** An answer of our own is taken a while after the tap, perhaps after the next tap: it overtakes nothing. */
  function overtaken(item: Kept, answers: Record<string, OwnAnswer>): boolean {
    if (!isAnswer(item)) return false
    const answer = answers[item.command.poll]
    if (answer?.round !== item.command.round || answer.at <= item.at) return false
    return !tried.get(subjectOf(item))?.has(String(answer.value))
  }

  function next(messagesWait: boolean): Kept | undefined {
    const stored = read(parts)
    const current = stored.filter(item => !isStale(item, parts.now()))
    if (current.length < stored.length) write(current)
    kept.value = current
    return messagesWait ? current.find(({ command }) => command.type !== 'ask') : current[0]
  }

  function write(items: Kept[]) {
    parts.store.set(parts.name, JSON.stringify(items))
    kept.value = items
  }
}

function read({ store, name }: Parts): Kept[] {
  try {
    const held: unknown = JSON.parse(store.get(name) ?? '[]')
    return Array.isArray(held) ? held.filter(isKept) : []
  } catch {
    return []
  }
}

/** The server has it, and its word of that was lost: sent again, it would be there twice. */
const arrived = ({ command, at }: Kept, messages: OwnMessage[]) =>
  command.type === 'ask' && messages.some(message => message.at >= at && message.text === tidy(command.text))

const isOneTooMany = ({ command }: Kept, sent: Sent) =>
  command.type === 'ask' && sent !== 'unreachable' && !sent.ok && sent.reason === 'too-fast'

const mayPass = (reply: Reply) => !reply.ok && PASSING.includes(reply.reason)

/** Ms, between half and all of what the number of failures asks for, so that a class does not come back in step. */
const pause = (failures: number) =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)
