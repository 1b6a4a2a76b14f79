/** Answers that do not fit the question or come at the wrong time get a reason and are not counted. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../server/wire/messages.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { DECK } from './deck.ts'
import { auth, openWire } from './wire.ts'

let amphi: Served
let presenter: Client
let student: Client
/** This student's answers are never valid, so none is counted. */
let stranger: Client
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  student = await connect(amphi.origin, amphi.facts.code, 'student')
  stranger = await connect(amphi.origin, amphi.facts.code, 'student')
})
afterAll(async () => {
  presenter.close()
  student.close()
  stranger.close()
  await amphi.end()
})

interface More {
  who?: Client
  round?: number
  tappedAt?: number
}

async function reason(poll: string, value: number[], { who = student, ...more }: More = {}) {
  const reply = await who.send({ type: 'answer', poll, round: 1, value, ...more })
  return reply.ok ? 'ok' : reply.reason
}

async function present(command: Command) {
  expect(await presenter.send(command)).toMatchObject({ ok: true })
}

const answered = () => presenter.view.poll?.answered

/** The tests below build on each other in one lesson. */
test('before the vote opens, an answer is refused as not open', async () => {
  await present({ type: 'move', h: 1, v: 0, f: -1 })
  expect(await reason('one', [0], { who: stranger })).toBe('not-open')
  expect(await reason('nothing-like-it', [0], { who: stranger })).toBe('unknown-poll')
  expect(await reason('__proto__', [0], { who: stranger })).toBe('unknown-poll')
})

test('during the vote, an answer that does not fit the question is refused and not counted', async () => {
  await present({ type: 'open', poll: 'one' })
  await present({ type: 'open', poll: 'several' })
  const misfits: [string, number[]][] = [
    ['one', []],
    ['one', [4]],
    ['one', [0, 1]],
    ['several', [0, 0]],
    ['several', [0, 3]],
    ['several', []],
  ]
  for (const [poll, value] of misfits) expect(await reason(poll, value, { who: stranger })).toBe('invalid')
  expect(await reason('one', [0], { who: stranger, round: 2 })).toBe('not-open')
  expect(await reason('unopened', [0], { who: stranger })).toBe('not-open')
  expect(stranger.view.you?.answers).toEqual({})
  expect(answered()).toBe(0)
})

test('a valid answer is counted once, however often it is sent', async () => {
  const replies = await Promise.all(
    [1, 2, 3].map(() => student.send({ type: 'answer', poll: 'one', round: 1, value: [2] })),
  )
  expect(replies.every(({ ok }) => ok)).toBe(true)
  await presenter.until(({ poll }) => poll?.results?.counts.join() === '0,0,1,0')
  expect(await reason('several', [1, 0])).toBe('ok')
  await student.until(({ you }) => String(you?.answers.several?.value) === '0,1')
})

test('right and wrong answers get the same acknowledgement', async () => {
  const wrong = await student.send({ type: 'answer', poll: 'one', round: 1, value: [0] })
  const right = await student.send({ type: 'answer', poll: 'one', round: 1, value: [1] })
  expect(Object.keys(wrong)).toEqual(['ok', 'seq'])
  expect(Object.keys(right)).toEqual(['ok', 'seq'])
})

test('after the close, an answer is too late, whatever time it claims', async () => {
  await present({ type: 'close', poll: 'one' })
  expect(await reason('one', [0])).toBe('already-closed')
  for (const year of [2, 8_000]) {
    expect(await reason('one', [0], { tappedAt: Date.now() + year * 31_536_000_000 })).toBe('already-closed')
  }
  await present({ type: 'results', poll: 'one', shown: true })
  expect(await reason('one', [0], { tappedAt: 0 })).toBe('already-closed')
  expect(student.view.you?.answers.one?.value).toEqual([1])
})

test('in a second round, an answer to the first is too late', async () => {
  await present({ type: 'again', poll: 'one' })
  expect(await reason('one', [0])).toBe('already-closed')
  expect(await reason('one', [0], { round: 3 })).toBe('not-open')
  expect(await reason('one', [3], { round: 2 })).toBe('ok')
})

test('a locked lesson admits nobody new, but students who were there can return', async () => {
  await present({ type: 'lock', on: true })
  const newcomer = await openWire(amphi.origin)
  expect(await newcomer.enter(auth(amphi.facts.code, 'student'))).toBe('locked')
  newcomer.close()
  const back = await connect(amphi.origin, amphi.facts.code, 'student', student.view.you?.token)
  expect(back.view.you?.id).toBe(student.view.you?.id)
  back.close()
})

test('a removed student stays out and is not counted until the presenter lets them back in', async () => {
  const { id = '', token } = student.view.you ?? {}
  expect(await presenter.send({ type: 'remove', student: id })).toMatchObject({ ok: true })
  await student.until(({ you }) => you === undefined)
  student.close()
  const again = await openWire(amphi.origin)
  expect(await again.enter(auth(amphi.facts.code, 'student', token))).toBe('removed')
  again.close()
  expect(answered()).toBe(0)
  expect(await presenter.send({ type: 'readmit', student: id })).toMatchObject({ ok: true })
  const back = await connect(amphi.origin, amphi.facts.code, 'student', token)
  expect(back.view.you?.id).toBe(id)
  back.close()
  expect(answered()).toBe(1)
})

test('after the lesson, nobody can change anything', async () => {
  expect(await presenter.send({ type: 'end' })).toMatchObject({ ok: true })
  for (const command of [{ type: 'blank', on: true }, { type: 'open', poll: 'unopened' }, { type: 'end' }] as const) {
    expect(await presenter.send(command)).toMatchObject({ ok: false, reason: 'over' })
  }
  const late = await connect(amphi.origin, amphi.facts.code, 'student')
  expect(late.view.lesson?.status).toBe('over')
  const reply = await late.send({ type: 'answer', poll: 'one', round: 2, value: [0] })
  expect(reply).toMatchObject({ ok: false, reason: 'over' })
  late.close()
})
