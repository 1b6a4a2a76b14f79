/** The limits in a running server, with a stopped clock: joining, sending, and backlog for clients that do not read. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createKeys } from '../../server/access/keys.ts'
import { parse } from '../../server/deck/parse.ts'
import { createGuesses } from '../../server/door/guess-delay.ts'
import { createNewcomers } from '../../server/door/newcomers.ts'
import { startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { Room } from '../../server/lessons/room.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { openSockets } from '../../server/realtime/sockets.ts'
import type { Command } from '../../server/wire/commands.ts'
import { type Client, connect } from '../support/amphi.ts'
import { DECK } from './deck.ts'
import { auth, openWire } from './wire.ts'

const CODE = '482913'
/** New students in a burst, then one per second. */
const AT_ONCE = 3

/** Each step of the last slide sends all of it again, far more than the system's buffers hold. */
const STEPS = 200
const LARGE = [
  'x'.repeat(150_000),
  ...Array.from({ length: STEPS }, (_, step) => `- ${step} <!-- .element: class="fragment" -->`),
].join('\n\n')

const clock = { now: Date.now() }
const now = () => clock.now
let clients: Client[] = []
const ends: (() => unknown)[] = []
let origin = ''
let presenter: Client

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  const log = openSqlite(join(folder, 'data'))
  const deck = parse(`${DECK}\n---\n\n${LARGE}`, { assets: '/', seed: '' })
  await startLesson(log, { code: CODE, deck: 'deck.md' }, deck, now())
  const onError = (error: unknown) => {
    throw error
  }
  const room = await Room.open({ code: CODE, deck, log, now, onError })
  const http = createServer()
  const keys = createKeys(randomBytes(32))
  const sockets = openSockets({
    http,
    room: code => (code === CODE ? room : undefined),
    keys,
    guesses: createGuesses(now),
    newcomers: () => createNewcomers(now, { each: [1, AT_ONCE], all: [100, 100] }),
    headers: {},
    join: () => '',
    now,
    onError,
  })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  ends.push(
    () => sockets.close(),
    () => room.close(),
    () => log.close(),
    () => rmSync(folder, { recursive: true, force: true }),
  )
  presenter = await connect(origin, CODE, 'presenter', keys.presenter(CODE))
})
afterEach(() => {
  for (const client of clients) client.close()
  clients = []
})
afterAll(async () => {
  presenter?.close()
  for (const end of ends) await end()
})

async function enter(token?: string): Promise<Client> {
  const client = await connect(origin, CODE, 'student', token)
  clients.push(client)
  return client
}

/** Why one more student is refused. */
const refusal = () => enter().catch(error => error.data.reason)

test('more new students than fit in a hall have to wait, while returning ones do not', async () => {
  for (let index = 0; index < AT_ONCE; index += 1) await enter()
  expect(await refusal()).toBe('too-fast')
  await presenter.until(({ audience }) => audience?.connected === AT_ONCE)
  await enter(clients[0]?.view.you?.token)
  clock.now += 1_000
  await enter()
  expect(await refusal()).toBe('too-fast')
  await presenter.until(({ audience }) => audience?.joined === AT_ONCE + 1)
})

test('an answer can change thirty times and then only slowly, while other questions can be answered', async () => {
  clock.now += 1_000
  const student = await enter()
  for (const poll of ['one', 'several']) await presenter.send({ type: 'open', poll })
  /** At the rate that a connection may send. */
  const say = (command: Command) => {
    clock.now += 200
    return student.send(command)
  }
  const answer = (poll: string, choice: number) => say({ type: 'answer', poll, round: 1, value: [choice] })
  expect(await answer('one', 0)).toMatchObject({ ok: true })
  const replies = []
  for (let turn = 1; turn <= 40; turn += 1) replies.push(await answer('one', turn % 2))
  const accepted = replies.filter(({ ok }) => ok).length
  // One more every five seconds.
  expect([30, 31]).toContain(accepted)
  expect(replies.at(-1)).toMatchObject({ ok: false, reason: 'too-fast' })
  expect(await answer('several', 0)).toMatchObject({ ok: true })
})

test('a client that does not read is disconnected for its backlog, before the time limit', async () => {
  clock.now += 1_000
  const wire = await openWire(origin)
  expect(await wire.enter(auth(CODE, 'student'))).toBe('in')
  await presenter.until(({ audience }) => audience?.connected === 1)
  wire.pause()
  for (let f = -1; f < STEPS && presenter.view.audience?.connected === 1; f += 1)
    expect(await presenter.send({ type: 'move', h: 4, v: 0, f })).toMatchObject({ ok: true })
  await presenter.until(({ audience }) => audience?.connected === 0)
  wire.close()
})
