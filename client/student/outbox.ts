/** Answers on their way: kept on the phone from the tap until the server has said yes or no, whatever happens in between. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { OwnAnswer } from '#wire/messages'
import type { Value } from '#wire/poll-view'
import type { Reason } from '#wire/protocol'
import type { Sent } from '../connection/link.ts'

export interface Draft {
  poll: string
  round: number
  value: Value
  /** Ms since the epoch, on the server's clock. */
  tappedAt: number
}

/** Text by name, that outlives the page. */
export interface Store {
  get(name: string): string | undefined
  set(name: string, text: string): void
}

interface Parts {
  store: Store
  /** Where in the store; pages of one lesson share it. */
  name: string
  send(draft: Draft): Promise<Sent>
  /** Runs something after some ms; returns what calls it off. */
  after(ms: number, run: () => void): () => void
}

export interface Outbox {
  /** Answers that the server has not taken yet, oldest first. */
  kept: ReadonlySignal<Draft[]>
  /** Why the last try came to nothing, while trying goes on. */
  trouble: ReadonlySignal<'unreachable' | 'busy' | undefined>
  put(draft: Draft): void
  /** Tries at once; for when the connection is back. */
  flush(): void
  /** Drops what is older than what the server has from elsewhere, such as another tab. */
  learn(answers: Record<string, OwnAnswer>): void
  /** Looks into the store again; for when another tab has written to it. */
  reload(): void
  close(): void
}

/** Refusals that pass by themselves. */
const PASSING: readonly Reason[] = ['too-fast', 'not-saved', 'internal']

/** Ms before the first try again; doubled each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 10_000

/** @param settled is told of each answer that the server has taken (`undefined`) or refused for good */
export function createOutbox(parts: Parts, settled: (draft: Draft, refusal: Reason | undefined) => void): Outbox {
  const kept = signal(read(parts))
  const trouble = signal<'unreachable' | 'busy' | undefined>(undefined)
  /** What this page has sent, by question and round: the server's answer may be one of these, and no news. */
  const tried = new Map<string, Set<string>>()
  let sending = false
  let urgent = false
  let failures = 0
  let callOff = () => {}
  let closed = false

  return {
    kept,
    trouble,
    put(draft) {
      write([...read(parts).filter(other => !sameQuestion(other, draft)), draft])
      flush()
    },
    flush,
    learn(answers) {
      const stored = read(parts)
      const current = stored.filter(draft => !overtaken(draft, answers[draft.poll]))
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
    // The store is read each time: another tab may have answered meanwhile, or already sent this.
    for (let draft = next(); draft && !closed; draft = next()) {
      urgent = false
      remember(draft)
      const sent = await parts.send(draft)
      if (closed) return
      if (mayPass(sent)) {
        trouble.value = sent === 'unreachable' ? 'unreachable' : 'busy'
        if (urgent) continue
        failures++
        callOff = parts.after(pause(failures), flush)
        break
      }
      failures = 0
      trouble.value = undefined
      settle(draft, sent)
    }
    sending = false
  }

  function settle(draft: Draft, sent: Exclude<Sent, 'unreachable'>) {
    const stored = read(parts)
    const rest = stored.filter(other => !same(other, draft))
    write(rest)
    const replaced = rest.some(other => sameQuestion(other, draft))
    if (!replaced) settled(draft, sent.ok ? undefined : sent.reason)
  }

  function remember(draft: Draft) {
    const values = tried.get(questionOf(draft)) ?? new Set()
    tried.set(questionOf(draft), values.add(String(draft.value)))
  }

  /** An answer of our own is taken a while after the tap, perhaps after the next tap: it overtakes nothing. */
  function overtaken(draft: Draft, answer: OwnAnswer | undefined): boolean {
    if (answer?.round !== draft.round || answer.at <= draft.tappedAt) return false
    return !tried.get(questionOf(draft))?.has(String(answer.value))
  }

  function next(): Draft | undefined {
    kept.value = read(parts)
    return kept.value[0]
  }

  function write(drafts: Draft[]) {
    parts.store.set(parts.name, JSON.stringify(drafts))
    kept.value = drafts
  }
}

function read({ store, name }: Parts): Draft[] {
  try {
    const held: unknown = JSON.parse(store.get(name) ?? '[]')
    return Array.isArray(held) ? held.filter(isDraft) : []
  } catch {
    return []
  }
}

const isDraft = (held: Partial<Draft> | null): held is Draft =>
  typeof held?.poll === 'string' &&
  typeof held.round === 'number' &&
  isValue(held.value) &&
  typeof held.tappedAt === 'number'

const isValue = (held: unknown): held is Value =>
  typeof held === 'string' || Number.isFinite(held) || (Array.isArray(held) && held.every(Number.isInteger))

const mayPass = (sent: Sent): sent is Exclude<Sent, { ok: true }> =>
  sent === 'unreachable' || (!sent.ok && PASSING.includes(sent.reason))

/** Ms, between half and all of what the number of failures asks for, so that a class does not come back in step. */
const pause = (failures: number) =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)

const questionOf = ({ poll, round }: Draft) => `${round} ${poll}`

const sameQuestion = (a: Draft, b: Draft) => questionOf(a) === questionOf(b)

const same = (a: Draft, b: Draft) =>
  sameQuestion(a, b) && a.tappedAt === b.tappedAt && String(a.value) === String(b.value)
