/** What a student has entered into a question and not sent yet: kept through a reload, and sent by itself when voting closes. */
import { effect, type Signal, signal } from '@preact/signals'
import type { PollView, Value } from '#wire/poll-view'
import type { Answer, Kept } from '../kept-command.ts'
import type { Store } from '../outbox.ts'
import { valueText } from './answer-text.ts'

export interface Entered {
  poll: string
  round: number
  /** As it stands on the page: indexes of choices, or texts of fields. */
  fields: number[] | string[]
  /** The answer that they make; absent while they make none. */
  value?: Value
  /** When it was last changed, ms since the epoch on the server's clock. */
  at: number
  /** Voting has closed, and what was complete has been put in the outbox. */
  closed?: true
}

/** Of the last question that something was entered into. */
export function keptEntered(store: Store, name: string): Signal<Entered | undefined> {
  const entered = signal(read(store.get(name)))
  effect(() => store.set(name, JSON.stringify(entered.value ?? null)))
  return entered
}

export const isFor = (
  entered: Entered | undefined,
  { id, round }: Pick<PollView, 'id' | 'round'>,
): entered is Entered => entered?.poll === id && entered.round === round

/** Whether voting on what it was entered into goes on. */
export const mayChange = (entered: Entered, asked: PollView | null): boolean =>
  asked !== null && isFor(entered, asked) && asked.phase !== 'closed'

/** An answer that was sent and came too late: it stays in sight too. */
export function undelivered({ command, at }: Kept<Answer>, asked?: PollView | null): Entered {
  const { poll, round, value } = command
  const fields = Array.isArray(value) ? value : [valueText(value)]
  const entered: Entered = { poll, round, fields, value, at }
  return asked && mayChange(entered, asked) ? entered : { ...entered, closed: true }
}

/** What no server has: the student is told so once voting has closed. */
export const isUnsent = (entered: Entered, recorded: Value | undefined): boolean =>
  String(entered.value ?? entered.fields) !== String(recorded ?? '')

function read(text = 'null'): Entered | undefined {
  try {
    const held: Partial<Entered> | null = JSON.parse(text)
    const whole = typeof held?.poll === 'string' && typeof held.round === 'number' && typeof held.at === 'number'
    return whole && Array.isArray(held.fields) ? (held as Entered) : undefined
  } catch {
    return undefined
  }
}
