/** The limits of test/door/limits where they count: who comes in over a connection, and what is said over it. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { createGuesses } from '../../server/door/guesses.ts'
import { createNewcomers } from '../../server/door/newcomers.ts'
import { createKeys } from '../../server/keys.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { Room } from '../../server/room.ts'
import { startLesson } from '../../server/rooms.ts'
import { openSockets } from '../../server/sockets.ts'
import type { Command } from '../../server/wire/commands.ts'
import { type Client, connect } from '../support/amphi.ts'
import { DECK } from './deck.ts'

const CODE = '482913'
/** So many new students at once, and one more a second. */
const AT_ONCE = 3

const clock = { now: Date.now() }
const now = () => clock.now
const clients: Client[] = []
const ends: (() => unknown)[] = []
let origin = ''
let presenter: Client

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  const log = openSqlite(join(folder, 'data'))
  const deck = parse(DECK, { assets: '/', seed: '' })
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
afterAll(async () => {
  for (const client of [presenter, ...clients]) client?.close()
  for (const end of ends) await end()
})

async function enter(token?: string): Promise<Client> {
  const client = await connect(origin, CODE, 'student', token)
  clients.push(client)
  return client
}

/** Why one more is not let in. */
const refusal = () => enter().catch(error => error.data.reason)

test('more new students than a hall makes wait, and who was here comes back at once', async () => {
  for (let index = 0; index < AT_ONCE; index += 1) await enter()
  expect(await refusal()).toBe('too-fast')
  await presenter.until(({ audience }) => audience?.connected === AT_ONCE)
  await enter(clients[0]?.view.you?.token)
  clock.now += 1_000
  await enter()
  expect(await refusal()).toBe('too-fast')
  await presenter.until(({ audience }) => audience?.joined === AT_ONCE + 1)
})

test('an answer changes thirty times and then seldom, while other questions can be answered', async () => {
  const student = await enter(clients[0]?.view.you?.token)
  for (const poll of ['one', 'several']) await presenter.send({ type: 'open', poll })
  /** At the pace that a connection may send with. */
  const say = (command: Command) => {
    clock.now += 200
    return student.send(command)
  }
  const answer = (poll: string, choice: number) => say({ type: 'answer', poll, round: 1, value: [choice] })
  expect(await answer('one', 0)).toMatchObject({ ok: true })
  const replies = []
  for (let turn = 1; turn <= 40; turn += 1) replies.push(await answer('one', turn % 2))
  const taken = replies.filter(({ ok }) => ok).length
  // One more in five seconds.
  expect([30, 31]).toContain(taken)
  expect(replies.at(-1)).toMatchObject({ ok: false, reason: 'too-fast' })
  expect(await answer('several', 0)).toMatchObject({ ok: true })
})
