/** What holds for every connection of Engine.IO, from its first byte on: whatever it sends, it takes little and ends. */
import type { Socket as TcpSocket } from 'node:net'
import type { LessonServer } from '../realtime/lesson-socket.ts'
import {
  type Connection,
  onProbe,
  onRefusedUpgrade,
  openConnections,
  type Packet,
  terminate,
  watchPackets,
  watchTransport,
} from '../realtime/socket-io-insides.ts'
import { dropStalled, limitBacklog } from './backlog.ts'
import { nothingSaid, saysTooMuch } from './intake-limit.ts'
import { answerRaw } from './raw-answer.ts'
import { admitOnce, endRefused } from './single-entry.ts'

/** A client asks once whether the way is free for a WebSocket. */
const MOST_PROBES = 3
/** Sessions that one TCP connection may have begun without having come in; a proxy's may carry those of many phones. */
const MOST_BEGUN = 32

/**
 * @param plain headers of what is answered by hand
 * @param now ms
 * @returns what stops it
 */
export function guardConnections(io: LessonServer, plain: Record<string, string>, now: () => number): () => void {
  const begun = new WeakMap<TcpSocket, Set<Connection>>()

  io.engine.on('connection', (connection: Connection) => {
    watchPackets(connection, received, sending)
    if (connection.transport.name !== 'polling') return
    limitPolling(connection)
    limitProbes(connection)
    limitBegun(connection, begun)
  })
  io.on('connection', ({ conn }) => begun.get(tcpOf(conn))?.delete(conn))

  // Engine.IO would answer it without our headers.
  onRefusedUpgrade(io, socket => answerRaw(socket, 400, plain))

  return dropStalled(() => openConnections(io), now)
}

/** The same listeners for all: a hall has thousands of connections. */
function received(this: Connection, packet: Packet) {
  admitOnce(this, packet)
}

function sending(this: Connection, packet: Packet) {
  endRefused(this, packet)
  limitBacklog(this, packet)
}

const tcpOf = ({ request }: Connection): TcpSocket => request.socket

/** WebSockets are metered as such. What is sent while the connection is being closed counts as well. */
function limitPolling(connection: Connection) {
  const said = nothingSaid()
  watchTransport(connection, ({ data = '' }) => {
    if (saysTooMuch(said, data.length, performance.now())) terminate(connection)
  })
}

/** The answers to probes pass by what waits for a connection. */
function limitProbes(connection: Connection) {
  let probes = 0
  onProbe(connection, socket => {
    probes += 1
    if (probes <= MOST_PROBES) return
    terminate(connection)
    socket?.terminate()
  })
}

function limitBegun(connection: Connection, begun: WeakMap<TcpSocket, Set<Connection>>) {
  const socket = tcpOf(connection)
  const all = begun.get(socket) ?? new Set()
  begun.set(socket, all.add(connection))
  connection.once('close', () => all.delete(connection))
  if (all.size <= MOST_BEGUN) return
  socket.destroy()
  for (const each of [...all]) terminate(each)
}
