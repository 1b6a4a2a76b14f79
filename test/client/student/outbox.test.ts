import { describe, expect, test } from 'vitest'
import type { Sent } from '../../../client/connection/link.ts'
import { createOutbox, type Draft, type Store } from '../../../client/student/outbox.ts'

const taken: Sent = { ok: true, seq: 1 }
const refusal = (reason: 'too-fast' | 'not-saved' | 'already-closed' | 'over'): Sent => ({
  ok: false,
  reason,
  message: '',
})
const draft = (value: number, tappedAt = value, poll = 'ps', round = 1): Draft => ({
  poll,
  round,
  value: [value],
  tappedAt,
})

describe('the outbox', () => {
  test('keeps an answer before it is sent, and until the server has taken it', async () => {
    const phone = bench()
    phone.outbox.put(draft(1))
    expect(phone.stored()).toEqual([draft(1)])
    await phone.reply(taken)
    expect(phone.stored()).toEqual([])
    expect(phone.settled).toEqual([[draft(1), undefined]])
  })

  test.for(['unreachable', refusal('too-fast'), refusal('not-saved')] as const)(
    'keeps an answer and sends it again after %o',
    async passing => {
      const phone = bench()
      phone.outbox.put(draft(1))
      await phone.reply(passing)
      expect(phone.stored()).toEqual([draft(1)])
      expect(phone.settled).toEqual([])
      phone.elapse()
      await phone.reply(taken)
      expect(phone.sent).toEqual([draft(1), draft(1)])
      expect(phone.settled).toEqual([[draft(1), undefined]])
    },
  )

  test.for(['already-closed', 'over'] as const)(
    'gives an answer up, and says so, when it is refused as %s',
    async reason => {
      const phone = bench()
      phone.outbox.put(draft(1))
      await phone.reply(refusal(reason))
      expect(phone.stored()).toEqual([])
      expect(phone.settled).toEqual([[draft(1), reason]])
    },
  )

  test('an answer changed while the first is under way ends as the last one', async () => {
    const phone = bench()
    phone.outbox.put(draft(1))
    phone.outbox.put(draft(2))
    phone.outbox.put(draft(3))
    await phone.reply(taken)
    expect(phone.stored()).toEqual([draft(3)])
    expect(phone.settled).toEqual([])
    await phone.reply(taken)
    expect(phone.sent).toEqual([draft(1), draft(3)])
    expect(phone.settled).toEqual([[draft(3), undefined]])
  })

  test('a refusal of an answer that was changed since is not the last word', async () => {
    const phone = bench()
    phone.outbox.put(draft(1))
    phone.outbox.put(draft(2))
    await phone.reply(refusal('already-closed'))
    expect(phone.settled).toEqual([])
    await phone.reply(refusal('already-closed'))
    expect(phone.settled).toEqual([[draft(2), 'already-closed']])
  })

  test('sends what an earlier visit left behind', async () => {
    const store = memory()
    bench(store).outbox.put(draft(1))
    const later = bench(store)
    later.outbox.flush()
    await later.reply(taken)
    expect(later.settled).toEqual([[draft(1), undefined]])
  })

  test('keeps answers to other questions and rounds apart', async () => {
    const phone = bench()
    phone.outbox.put(draft(1))
    phone.outbox.put(draft(2, 2, 'ps', 2))
    phone.outbox.put(draft(3, 3, 'images'))
    for (let i = 0; i < 3; i++) await phone.reply(taken)
    expect(phone.sent).toEqual([draft(1), draft(2, 2, 'ps', 2), draft(3, 3, 'images')])
  })

  test('tries at once when the connection comes back during a failed try', async () => {
    const phone = bench()
    phone.outbox.put(draft(1))
    phone.outbox.flush()
    await phone.reply('unreachable')
    await phone.reply(taken)
    expect(phone.settled).toEqual([[draft(1), undefined]])
  })

  test('sends what another tab has kept meanwhile, not its own older answer', async () => {
    const store = memory()
    const [one, other] = [bench(store), bench(store)]
    one.outbox.put(draft(1))
    await one.reply('unreachable')
    other.outbox.put(draft(2))
    one.elapse()
    await one.reply(taken)
    expect(one.sent).toEqual([draft(1), draft(2)])
    expect(one.stored()).toEqual([])
  })

  test.for([[1], 3.5, 'red, blue'])('keeps the answer %o over a reload', value => {
    const store = memory()
    const kept = { poll: 'ps', round: 1, value, tappedAt: 1 }
    bench(store).outbox.put(kept)
    expect(bench(store).outbox.kept.value).toEqual([kept])
  })

  test('drops an answer that is older than what the server has from elsewhere', async () => {
    const store = memory()
    store.set('outbox', JSON.stringify([draft(1, 10), draft(2, 10, 'images')]))
    const phone = bench(store)
    phone.outbox.learn({ ps: { round: 1, value: [5], at: 20 } })
    expect(phone.stored()).toEqual([draft(2, 10, 'images')])
  })

  test('keeps an answer to a later round, or tapped later, than what the server has', () => {
    const phone = bench()
    phone.outbox.put(draft(1, 30))
    phone.outbox.put(draft(1, 10, 'images', 2))
    const answer = { round: 1, value: [5], at: 20 }
    phone.outbox.learn({ ps: answer, images: answer })
    expect(phone.stored()).toEqual([draft(1, 30), draft(1, 10, 'images', 2)])
  })

  test('keeps a change that was tapped while its own first answer was on its way', async () => {
    const phone = bench()
    phone.outbox.put(draft(1, 10))
    phone.outbox.put(draft(2, 11))
    phone.outbox.learn({ ps: { round: 1, value: [1], at: 12 } })
    expect(phone.stored()).toEqual([draft(2, 11)])
  })

  test('takes damaged storage for empty', () => {
    const store = memory()
    store.set('outbox', '{"poll":')
    expect(bench(store).outbox.kept.value).toEqual([])
    store.set('outbox', '[null, 3, {"poll":"ps"}]')
    expect(bench(store).outbox.kept.value).toEqual([])
  })
})

function memory(): Store {
  const held = new Map<string, string>()
  return { get: name => held.get(name), set: (name, text) => void held.set(name, text) }
}

/** An outbox whose server answers, and whose time passes, when the test says so. */
function bench(store = memory()) {
  const sent: Draft[] = []
  const settled: [Draft, string | undefined][] = []
  const replies: ((sent: Sent) => void)[] = []
  let elapse = () => {}
  const outbox = createOutbox(
    {
      store,
      name: 'outbox',
      send(draft) {
        sent.push(draft)
        return new Promise(resolve => replies.push(resolve))
      },
      after(_, run) {
        elapse = run
        return () => {
          elapse = () => {}
        }
      },
    },
    (draft, refused) => settled.push([draft, refused]),
  )
  return {
    outbox,
    sent,
    settled,
    stored: (): unknown => JSON.parse(store.get('outbox') ?? '[]'),
    elapse: () => elapse(),
    async reply(answer: Sent) {
      replies.shift()?.(answer)
      await new Promise(setImmediate)
    },
  }
}
