/** One connection is one page: it joins once, and ends when it is refused or leaves. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { DECK } from './deck.ts'
import { auth, openWire, type Wire } from './wire.ts'

let amphi: Served
let presenter: Client
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})
/** Whatever was sent, the lesson goes on and the server has logged no error. */
afterEach(async () => {
  expect(await presenter.send({ type: 'blank', on: false })).toMatchObject({ ok: true })
  expect(amphi.logs()).toBe('')
})

const token = (name: string) => name.padEnd(32, '-')
const asking = (name: string) => `40${JSON.stringify(auth(amphi.facts.code, 'student', token(name)))}`

/** How many students the lesson knows. */
async function joined(): Promise<number> {
  const { origin, facts } = amphi
  const headers = { Authorization: `Bearer ${facts.key}` }
  const report = await fetch(`${origin}/api/lessons/${facts.code}/report.json`, { headers })
  return (await report.json()).students.length
}

async function entered(): Promise<Wire> {
  const wire = await openWire(amphi.origin)
  expect(await wire.enter(auth(amphi.facts.code, 'student'))).toBe('in')
  return wire
}

test('asking to join again ends the connection and adds nobody', async () => {
  const before = await joined()
  const wire = await entered()
  wire.send(asking('again'))
  await wire.closed
  expect(await joined()).toBe(before + 1)
})

test('asking several times in a row joins at most once', async () => {
  const before = await joined()
  const wire = await openWire(amphi.origin)
  wire.sendAtOnce(['a', 'b', 'c'].map(asking))
  await wire.closed
  expect(await joined()).toBeLessThanOrEqual(before + 1)
})

test('leaving the lesson ends the connection', async () => {
  const wire = await entered()
  wire.send('41')
  await wire.closed
})

test('one cannot return on the same connection after leaving', async () => {
  const before = await joined()
  const wire = await entered()
  wire.send('41')
  wire.send(asking('back'))
  await wire.closed
  expect(await joined()).toBe(before + 1)
})

test.each([
  ['a wrong code', () => `40${JSON.stringify(auth('000000', 'student'))}`],
  ['a wrong key', () => `40${JSON.stringify(auth(amphi.facts.code, 'presenter', 'x'))}`],
  ['a page of another version', () => '40{"protocol":0}'],
  ['nothing at all', () => '40'],
  ['another namespace', () => `40/admin,${JSON.stringify(auth(amphi.facts.code, 'student'))}`],
])('a connection refused for %s gets the reason and ends', async (_what, ask) => {
  // Socket.IO itself ends connections that have not joined for a while, the oldest first.
  const silent = await openWire(amphi.origin)
  const wire = await openWire(amphi.origin)
  wire.send(ask())
  await wire.heard(/^44/)
  const first = await Promise.race([wire.closed.then(() => 'refused'), silent.closed.then(() => 'silent')])
  expect(first).toBe('refused')
  silent.close()
})
