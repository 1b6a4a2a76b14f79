/** One answer that was entered and not sent yet. Pure. */
import type { PollView, Value } from '#wire/poll-view'
import type { Answer, Kept } from '../kept-command.ts'
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

/** Those that were kept, as far as they are whole. */
export function readEntered(text = '[]'): Entered[] {
  try {
    const held: (Partial<Entered> | null)[] = JSON.parse(text)
    return held.filter((entered): entered is Entered => {
      const whole =
        typeof entered?.poll === 'string' && typeof entered.round === 'number' && typeof entered.at === 'number'
      return whole && Array.isArray(entered.fields)
    })
  } catch {
    return []
  }
}
