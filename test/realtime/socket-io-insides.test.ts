/** What is taken from inside Socket.IO does in the installed version what it did in the one that was read. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io as connect, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { LessonServer } from '../../server/realtime/lesson-socket.ts'
import {
  type Connection,
  eventPacket,
  isSending,
  onProbe,
  onRefusedUpgrade,
  openConnections,
  type Packet,
  sizeOf,
  terminate,
  timePings,
  waitingPackets,
  watchPackets,
  watchTransport,
  writeToRoom,
} from '../../server/realtime/socket-io-insides.ts'

const TRANSPORTS = ['websocket', 'polling'] as const

let io: LessonServer
let origin: string
let clients: Socket[] = []

beforeEach(async () => {
  const http = createServer()
  io = new Server(http, { pingInterval: 30, pingTimeout: 60_000, serveClient: false })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await io.close()
})

/** A page, with the connection that it has here. */
async function enter(...transports: string[]) {
  const client = connect(origin, { transports, forceNew: true, reconnection: false })
  clients.push(client)
  const [[socket]] = await Promise.all([
    once(io, 'connection'),
    new Promise(done => client.once('connect', () => done(0))),
  ])
  return { client, socket, connection: socket.conn as Connection }
}

test('packets reach all in a room and nobody else, in order and whole, by whatever transport', async () => {
  const pages = [await enter('websocket'), await enter('polling'), await enter('websocket')]
  const heard = pages.map(({ client }) => {
    const events: unknown[] = []
    client.onAny((...event) => events.push(event))
    return events
  })
  for (const { socket } of pages.slice(0, 2)) socket.join('room')
  const packets = [eventPacket('view', '{"title":"Ça va ?"}'), eventPacket('slides', '[1]')]
  writeToRoom(io, 'room', packets)
  writeToRoom(io, 'room', [])
  for (const { socket } of pages) socket.emit('view', 'last')
  const [first, second, outside] = heard
  await vi.waitUntil(() => heard.every(events => JSON.stringify(events.at(-1)) === '["view","last"]'))
  const all = [
    ['view', { title: 'Ça va ?' }],
    ['slides', [1]],
    ['view', 'last'],
  ]
  expect([first, second, outside]).toEqual([all, all, [['view', 'last']]])
})

describe.each(TRANSPORTS)('a connection by %s', transport => {
  test('is told of what comes before Socket.IO is, and of what goes before it is sent', async () => {
    const { client, socket, connection } = await enter(transport)
    const order: string[] = []
    const note =
      (what: string) =>
      ({ type, data = '' }: Packet) => {
        if (type === 'message') order.push(`${what} ${data}`)
      }
    watchPackets(connection, note('received'), note('sending'))
    watchTransport(connection, note('brought'))
    socket.onAny((event: string) => {
      order.push(`event ${event}`)
      socket.emit('view', 1)
    })
    client.emit('hello')
    await once(client as never, 'view')
    expect(order).toEqual(['received 2["hello"]', 'brought 2["hello"]', 'event hello', 'sending 2["view",1]'])
  })

  test('has its pings timed', async () => {
    const { connection } = await enter(transport)
    const delays: number[] = []
    let time = 0
    timePings(
      connection,
      () => (time += 7),
      delay => delays.push(delay),
    )
    await vi.waitUntil(() => delays.length > 1)
    expect(delays.every(delay => delay === 7)).toBe(true)
  })

  test('is among the open ones until it is terminated, which Socket.IO then hears', async () => {
    const { client, socket, connection } = await enter(transport)
    expect(openConnections(io)).toEqual([connection])
    const [here, there] = [once(socket, 'disconnect'), once(client as never, 'disconnect')]
    terminate(connection)
    await Promise.all([here, there])
    expect(openConnections(io)).toEqual([])
  })

  test('that is being closed already is terminated all the same', async () => {
    const { socket, connection } = await enter(transport)
    const gone = once(socket, 'disconnect')
    for (const _ of [1, 2]) socket.emit('view', 'x'.repeat(100_000))
    connection.close()
    terminate(connection)
    await gone
    expect(connection.readyState).toBe('closed')
  })
})

test('what nobody polls for is known to wait, with its size', async () => {
  const url = `${origin}/socket.io/?EIO=4&transport=polling`
  const { sid }: { sid: string } = JSON.parse((await (await fetch(url)).text()).slice(1))
  const entered = once(io, 'connection')
  await fetch(`${url}&sid=${sid}`, { method: 'POST', body: '40' })
  const [socket] = await entered
  const connection: Connection = socket.conn
  expect(isSending(connection)).toBe(true)
  socket.join('room')
  writeToRoom(io, 'room', [eventPacket('view', '"first"'), eventPacket('view', '"second"')])
  const waiting = waitingPackets(connection).filter(({ data }) => data?.startsWith('2['))
  expect(waiting.map(({ data }) => data)).toEqual(['2["view","first"]', '2["view","second"]'])
  expect(waiting.map(sizeOf)).toEqual([17, 18])
})

test('a frame that is ready counts with all its bytes', async () => {
  const { socket, connection } = await enter('websocket')
  const sizes: number[] = []
  watchPackets(
    connection,
    () => {},
    packet => sizes.push(sizeOf(packet)),
  )
  socket.join('room')
  const packets = [eventPacket('view', '"first"'), eventPacket('view', '"second"')]
  writeToRoom(io, 'room', packets)
  // Two bytes of each frame's head, and one for the type of the packet.
  expect(sizes).toContain(packets.join('').length + 2 * 3)
})

test('a page that asks whether the way is free for a WebSocket is heard, with that WebSocket', async () => {
  const probed = new Promise<WebSocket | undefined>(resolve => {
    io.engine.on('connection', (connection: Connection) => onProbe(connection, resolve))
  })
  await enter('polling', 'websocket')
  expect(await probed).toBeInstanceOf(WebSocket)
})

test('a request for a WebSocket that is refused is left to be answered, one by polling is answered by Engine.IO', async () => {
  let asked = 0
  onRefusedUpgrade(io, socket => {
    asked += 1
    socket.end('HTTP/1.1 418 Refused\r\nConnection: close\r\n\r\n')
  })
  expect((await fetch(`${origin}/socket.io/?EIO=4&transport=none`)).status).toBe(400)
  expect(asked).toBe(0)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=none`)
  const [error] = await once(socket, 'error')
  expect([asked, String(error)]).toEqual([1, expect.stringContaining('418')])
})
