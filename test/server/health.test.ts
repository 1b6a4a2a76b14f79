/** What the presenter learns about the class's connections, tested with real ones. */

import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROTOCOL } from '../../server/wire/protocol.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'

let amphi: Served
let presenter: Client
const open: { close(): void }[] = []
beforeAll(async () => {
  amphi = await serve('# Class')
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  open.push(presenter)
})
afterAll(async () => {
  for (const client of open) client.close()
  await amphi.end()
})

async function student(token?: string): Promise<Client> {
  const client = await connect(amphi.origin, amphi.facts.code, 'student', token)
  open.push(client)
  return client
}

/** Waits for these figures, whatever the delay. */
const reported = (wanted: object) =>
  presenter.until(({ health }) => JSON.stringify({ ...health, delay: undefined }) === JSON.stringify(wanted))

test('only the presenter learns of phones that are cut off', async () => {
  const screen = await connect(amphi.origin, amphi.facts.code, 'screen', amphi.facts.key)
  open.push(screen)
  const class_ = await Promise.all([student(), student(), student(), student()])
  await reported({ reconnecting: 0, gone: 0, dropping: false })

  const [first, second, third, last] = class_
  const token = first?.view.you?.token ?? ''
  for (const phone of [first, second, third]) phone?.close()
  await reported({ reconnecting: 3, gone: 0, dropping: true })
  expect(presenter.view.audience).toEqual({ connected: 1, joined: 4 })

  const back = await student(token)
  const tab = await student(token)
  await reported({ reconnecting: 2, gone: 0, dropping: false })
  expect(presenter.view.audience).toEqual({ connected: 2, joined: 4 })
  for (const { bytes } of [screen, last, back, tab].flatMap(client => client ?? [])) {
    expect(bytes.join()).not.toMatch(/health|reconnecting|dropping/)
  }
})

test.concurrent.each(['websocket', 'polling'] as const)(
  'a phone’s delay is known once a ping has come back over %s',
  async by => {
    const own = await serve('# Class')
    const { code, key } = own.facts
    const watching = await connect(own.origin, code, 'presenter', key)
    const phone = io(own.origin, {
      auth: { protocol: PROTOCOL, code, role: 'student' },
      transports: [by],
      forceNew: true,
    })
    try {
      await watching.until(({ health }) => health?.delay !== undefined)
      expect((watching.view.health?.delay ?? -1) % 10).toBe(0)
      expect(phone.io.engine.transport.name).toBe(by)
    } finally {
      phone.close()
      watching.close()
      await own.end()
    }
  },
)
