/** What waits for readers that do not read: it would fill the memory, so they are let go of; they may come back. */
import type { Socket } from 'socket.io'
import { WebSocket } from 'ws'

export type Connection = Socket['conn']

/** Of Engine.IO. */
export interface Packet {
  type: string
  data?: string
  options?: { wsPreEncodedFrame?: Buffer[] }
}

/** Bytes that may wait for one connection behind what is being sent, and what a packet takes beside its text. */
const MOST = 524_288
const PACKET_COST = 256
/** Ms that one connection may take for what is being sent. */
const LONGEST = 8_000
const SWEEP_INTERVAL = 1_000

/** Lets go of a connection when more would wait for it than may, at the moment when it would: before a packet is sent. */
export function limitBacklog(connection: Connection, packet: Packet): void {
  if (connection.transport.writable) return
  if (waiting(connection) + cost(packet) > MOST) terminate(connection)
}

/** Lets go of those that take too long. @returns what stops it */
export function dropStalled(connections: () => Iterable<Connection>, now: () => number): () => void {
  const stalledSince = new WeakMap<Connection, number>()

  const sweeping = setInterval(() => {
    for (const connection of connections()) {
      const since = stalledSince.get(connection)
      if (connection.transport.writable) stalledSince.delete(connection)
      else if (since === undefined) stalledSince.set(connection, now())
      else if (now() - since > LONGEST) terminate(connection)
    }
  }, SWEEP_INTERVAL)
  return () => clearInterval(sweeping)
}

/** Ends a connection at once, and nothing more of it is heard: a polite close would wait behind what is not read. */
export function terminate(connection: Connection): void {
  const socket = webSocket(connection.transport)
  connection.close(true)
  // One that was being closed already goes on waiting for the other side, which may never poll again.
  if (connection.readyState !== 'closed') connection.transport.emit('close')
  socket?.terminate()
}

/** None while the connection polls. */
export function webSocket(transport: object): WebSocket | undefined {
  const socket: unknown = Reflect.get(transport, 'socket')
  return socket instanceof WebSocket ? socket : undefined
}

/** In bytes. Engine.IO keeps the packets that its transport does not take, but does not show them in its types. */
function waiting(connection: Connection): number {
  const packets: Packet[] = Reflect.get(connection, 'writeBuffer')
  return packets.reduce((sum, packet) => sum + cost(packet), 0)
}

const cost = ({ data = '', options }: Packet) => PACKET_COST + (options?.wsPreEncodedFrame?.[0]?.length ?? data.length)
