/** What a page is told as it comes in: all that its role may see at that moment, worked out once for the whole class. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKeys } from '../../server/access/keys.ts'
import { createGuesses } from '../../server/door/guess-delay.ts'
import { createNewcomers } from '../../server/door/newcomers.ts'
import { startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { Room } from '../../server/lessons/room.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { openSockets } from '../../server/realtime/sockets.ts'
import type { Role } from '../../server/wire/protocol.ts'
import { type Client, connect } from '../support/amphi.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

const CODE = '482913'

/** How often the question's text was read, which every view of it does. */
let readings = 0
const question = Object.defineProperty(questionOf('one', [false, true]), 'prompt', {
  enumerable: true,
  get() {
    readings += 1
    return 'Which one?'
  },
})

const keys = createKeys(randomBytes(32))
const ends: (() => unknown)[] = []
let origin = ''

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  const log = openSqlite(folder)
  const deck = deckOf([slideOf('q1', ['q'], { question })])
  const onError = (error: unknown) => {
    throw error
  }
  await startLesson(log, { code: CODE, deck: 'deck.md' }, deck, Date.now())
  const room = await Room.open({ code: CODE, deck, log, now: Date.now, onError })
  const http = createServer()
  const sockets = openSockets({
    http,
    room: code => (code === CODE ? room : undefined),
    keys,
    guesses: createGuesses(Date.now),
    newcomers: () => createNewcomers(Date.now),
    headers: {},
    join: () => '',
    now: Date.now,
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
})
afterAll(async () => {
  for (const end of ends) await end()
})

async function enter(role: Role = 'student'): Promise<Client> {
  const client = await connect(origin, CODE, role, role === 'presenter' ? keys.presenter(CODE) : undefined)
  ends.unshift(() => client.close())
  return client
}

test('the question is not worked out again for each student who comes in', async () => {
  const presenter = await enter('presenter')
  const before = readings
  for (let count = 0; count < 5; count += 1) {
    expect((await enter()).view.poll).toMatchObject({ id: 'one', prompt: 'Which one?', phase: 'ready' })
  }
  await presenter.until(({ audience }) => audience?.connected === 5)
  expect(readings).toBe(before)
})

test('who comes in just after an answer sees it at once', async () => {
  const [presenter, student] = await Promise.all([enter('presenter'), enter()])
  await presenter.send({ type: 'open', poll: 'one' })
  await student.send({ type: 'answer', poll: 'one', round: 1, value: [1] })
  expect((await enter('presenter')).view.poll).toMatchObject({ phase: 'open', answered: 1 })
})
