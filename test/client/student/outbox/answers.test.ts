import { describe, expect, test } from 'vitest'
import { bench, draft, kept, memory, refusal, taken } from './bench.ts'

describe('the outbox of answers', () => {
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
    const item = kept({ type: 'answer', poll: 'ps', round: 1, value })
    bench(store).outbox.put(item)
    expect(bench(store).outbox.kept.value).toEqual([item])
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

  test('leaves out what is damaged in the store', () => {
    const store = memory()
    store.set('outbox', '{"poll":')
    expect(bench(store).outbox.kept.value).toEqual([])
    const damaged = [
      null,
      3,
      { at: 1 },
      { at: 1, command: null },
      { at: 1, command: { type: 'toString' } },
      { at: 1, command: { type: 'mark', state: 'done' } },
      { at: 1, command: { type: 'ask' } },
      { at: 1, command: { type: 'answer', poll: 'ps', round: 1, value: { a: 1 } } },
      { command: { type: 'help', on: true } },
    ]
    store.set('outbox', JSON.stringify([...damaged, draft(1)]))
    expect(bench(store).outbox.kept.value).toEqual([draft(1)])
  })
})
