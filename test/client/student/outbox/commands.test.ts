import { describe, expect, test } from 'vitest'
import { ask, bench, draft, kept, mark, memory, refusal, taken } from './bench.ts'

describe('the outbox of all that a student says', () => {
  test('keeps all that a student says offline over a reload, and sends it in order when the class is back', async () => {
    const store = memory()
    const said = [
      mark('done', 'dockerfile', 1),
      kept({ type: 'help', on: true, seat: 'window' }, 2),
      draft(1, 3),
      ask('Why is the image so large?', 4),
      kept({ type: 'finish', segment: 'qcm', on: true }, 5),
      kept({ type: 'upvote', message: 'm1', on: true }, 6),
      kept({ type: 'pulse', feeling: 'lost' }, 7),
    ]
    const offline = bench(store)
    for (const item of said) offline.outbox.put(item)
    offline.outbox.close()
    const back = bench(store)
    back.outbox.flush()
    for (const _ of said) await back.reply(taken)
    expect(back.sent).toEqual(said)
    expect(back.stored()).toEqual([])
  })

  test('sends the last mark of a task alone, beside those of others', async () => {
    const phone = bench()
    phone.outbox.put(ask('first'))
    for (const item of [mark('stuck'), mark('done', 'build'), mark('done', 'dockerfile', 2)]) phone.outbox.put(item)
    for (let i = 0; i < 3; i++) await phone.reply(taken)
    expect(phone.sent).toEqual([ask('first'), mark('done', 'build'), mark('done', 'dockerfile', 2)])
  })

  test('sends a call for help that was taken back as taken back', async () => {
    const phone = bench()
    phone.outbox.put(ask('first'))
    phone.outbox.put(kept({ type: 'help', on: true }, 2))
    phone.outbox.put(kept({ type: 'help', on: false }, 3))
    await phone.reply(taken)
    await phone.reply(taken)
    expect(phone.sent.at(-1)).toEqual(kept({ type: 'help', on: false }, 3))
    expect(phone.sent).toHaveLength(2)
  })

  test('keeps every message, even of the same text', () => {
    const phone = bench()
    phone.outbox.put(ask('Louder, please', 1))
    phone.outbox.put(ask('Louder, please', 2))
    expect(phone.stored()).toEqual([ask('Louder, please', 1), ask('Louder, please', 2)])
  })

  test('does not send a message again that the server has, though its word of that was lost', async () => {
    const phone = bench()
    phone.outbox.put(ask('Why so large?', 10))
    phone.outbox.put(ask('And why slow?', 11))
    await phone.reply('unreachable')
    phone.outbox.learn({}, [{ text: 'Why so large?', at: 12 }])
    expect(phone.stored()).toEqual([ask('And why slow?', 11)])
  })

  test('takes the same text of before for another message', () => {
    const phone = bench()
    phone.outbox.put(ask('Louder, please', 10))
    phone.outbox.learn({}, [{ text: 'Louder, please', at: 5 }])
    expect(phone.stored()).toEqual([ask('Louder, please', 10)])
  })

  test('lets a message that comes too fast wait, in order, in the way of nothing else', async () => {
    const phone = bench()
    for (const item of [ask('one', 1), ask('two', 2), mark('done')]) phone.outbox.put(item)
    await phone.reply(refusal('too-fast'))
    await phone.reply(taken)
    expect(phone.sent).toEqual([ask('one', 1), mark('done')])
    phone.elapse()
    await phone.reply(taken)
    await phone.reply(taken)
    expect(phone.sent.slice(2)).toEqual([ask('one', 1), ask('two', 2)])
    expect(phone.outbox.trouble.value).toBe(undefined)
  })

  test('gives a message up that is too many for the class, and says so', async () => {
    const phone = bench()
    phone.outbox.put(ask('the thirty-first'))
    for (let i = 0; i < 8; i++) {
      await phone.reply(refusal('too-fast'))
      phone.elapse()
    }
    expect(phone.settled).toEqual([[ask('the thirty-first'), 'too-fast']])
    expect(phone.stored()).toEqual([])
  })

  test('forgets how somebody felt a while ago', async () => {
    const phone = bench()
    phone.outbox.put(ask('first'))
    phone.outbox.put(kept({ type: 'pulse', feeling: 'lost' }, 0))
    phone.passes(61_000)
    await phone.reply(taken)
    expect(phone.sent).toEqual([ask('first')])
    expect(phone.stored()).toEqual([])
    expect(phone.settled).toEqual([[ask('first'), undefined]])
  })
})
