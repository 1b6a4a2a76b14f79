/** An outbox without a server, and what is put into it. */
import type { Sent } from '../../../../client/connection/link.ts'
import type { Kept, StudentCommand } from '../../../../client/student/kept-command.ts'
import { createOutbox, type Store } from '../../../../client/student/outbox.ts'

export const taken: Sent = { ok: true, seq: 1 }
export const refusal = (reason: 'too-fast' | 'not-saved' | 'already-closed' | 'over'): Sent => ({
  ok: false,
  reason,
  message: '',
})
export const draft = (value: number, at = value, poll = 'ps', round = 1): Kept => ({
  command: { type: 'answer', poll, round, value: [value] },
  at,
})
export const kept = (command: StudentCommand, at = 1): Kept => ({ command, at })
export const mark = (state: 'done' | 'stuck' | 'open', task = 'dockerfile', at = 1) =>
  kept({ type: 'mark', task, state }, at)
export const ask = (text: string, at = 1) => kept({ type: 'ask', text, signed: false }, at)

export function memory(): Store {
  const held = new Map<string, string>()
  return { get: name => held.get(name), set: (name, text) => void held.set(name, text) }
}

/** An outbox whose server answers, and whose time passes, when the test says so. */
export function bench(store = memory()) {
  const sent: Kept[] = []
  const settled: [Kept, string | undefined][] = []
  let now = 0
  const replies: ((sent: Sent) => void)[] = []
  let elapse = () => {}
  const outbox = createOutbox(
    {
      store,
      name: 'outbox',
      now: () => now,
      send(item) {
        sent.push(item)
        return new Promise(resolve => replies.push(resolve))
      },
      after(_, run) {
        elapse = run
        return () => {
          elapse = () => {}
        }
      },
    },
    (item, refused) => settled.push([item, refused]),
  )
  return {
    outbox,
    sent,
    settled,
    stored: (): unknown => JSON.parse(store.get('outbox') ?? '[]'),
    elapse: () => elapse(),
    passes(ms: number) {
      now += ms
    },
    async reply(answer: Sent) {
      replies.shift()?.(answer)
      await new Promise(setImmediate)
    },
  }
}
