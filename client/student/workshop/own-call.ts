/** A student's call for help, as it stands after their last tap, and what became of the one before. */
import { signal } from '@preact/signals'
import type { OwnHelp } from '#wire/messages'
import type { Session } from '../session.ts'
import { phoneStore } from '../store.ts'

/** Without a place while the server has not said one. */
export type Call = Partial<OwnHelp>

export function callOf({ link, pending }: Session): Call | undefined {
  const own = link.slices.you.value?.help
  const said = pending('help')?.command
  if (!said) return own
  if (!said.on) return undefined
  const { task, seat, trying } = said
  return {
    ...(own && { since: own.since, place: own.place, ...(own.coming && !trying && { coming: true }) }),
    ...(task !== undefined && { task }),
    ...(seat !== undefined && { seat }),
    ...(trying && { trying }),
  }
}

/** Calls, or says something else of the call; the place in the queue is kept. */
export function call({ say }: Session, { task, seat, trying }: Pick<Call, 'task' | 'seat'> & { trying?: boolean }) {
  say({
    type: 'help',
    on: true,
    ...(task && { task }),
    ...(seat && { seat }),
    ...(trying && { trying }),
  })
}

export const cancel = ({ say }: Session) => say({ type: 'help', on: false })

/** Which side has ended the last call; undefined while one goes on, and before the first. */
export const ended = signal<'student' | 'presenter' | undefined>(undefined)

const store = phoneStore()
const nameOf = (code: string) => `amphi:${code}:seat`

/** Where the student sits, remembered on this phone for this class. */
export const rememberedSeat = (code: string) => ({
  get: () => store.get(nameOf(code)) ?? '',
  set: (seat: string) => store.set(nameOf(code), seat),
})
