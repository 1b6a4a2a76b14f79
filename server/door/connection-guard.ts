/** Limits on every Engine.IO connection from its first byte: whatever it sends, it costs little and comes to an end. */
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
import { admitOnce, endRefused } from './connect-once.ts'
import { addsTooMuch, noIntake } from './incoming-rate.ts'
import { respondRaw } from './raw-response.ts'
import { dropStalled, limitBacklog } from './send-backlog.ts'

/** A client probes once whether a WebSocket gets through. */
const MOST_PROBES = 3
/** Sessions that one TCP connection may open without joining a lesson; a proxy's may carry many phones. */
const MOST_BEGUN = 32

/**
 * @param plain headers for raw responses
 * @param now ms
 * @returns a function that stops it
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

  // Engine.IO would respond without our headers.
  onRefusedUpgrade(io, socket => respondRaw(socket, 400, plain))

  return dropStalled(() => openConnections(io), now)
}

/** Shared listeners, not closures: a hall has thousands of connections. */
function received(this: Connection, packet: Packet) {
  admitOnce(this, packet)
}

function sending(this: Connection, packet: Packet) {
  endRefused(this, packet)
  limitBacklog(this, packet)
}

const tcpOf = ({ request }: Connection): TcpSocket => request.socket

/** WebSockets are metered in their own class. What is sent while the connection closes counts too. */
function limitPolling(connection: Connection) {
  const intake = noIntake()
  watchTransport(connection, ({ data = '' }) => {
    if (addsTooMuch(intake, data.length, performance.now())) terminate(connection)
  })
}

/** Answers to probes bypass the queue of packets, so the backlog limit does not count them. */
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
