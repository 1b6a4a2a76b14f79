/** What waits for readers that do not read: it would fill the memory, so they are let go of; they may come back. */
import type { Socket } from 'socket.io'
import { WebSocket } from 'ws'

type Connection = Socket['conn']

/** Bytes, and ms, that may wait for one connection. */
const MOST = 1_048_576
const LONGEST = 8_000
const SWEEP_INTERVAL = 1_000

/** @returns what stops it */
export function dropStalled(connections: () => Iterable<Connection>, now: () => number): () => void {
  const stalledSince = new WeakMap<Connection, number>()

  const sweeping = setInterval(() => {
    for (const connection of connections()) {
      const since = stalledSince.get(connection)
      if (connection.transport.writable) stalledSince.delete(connection)
      else if (since === undefined) stalledSince.set(connection, now())
      else if (now() - since > LONGEST || waiting(connection) > MOST) terminate(connection)
    }
  }, SWEEP_INTERVAL)
  return () => clearInterval(sweeping)
}

/** Ends a connection at once, and nothing more of it is heard: a polite close would wait behind what is not read. */
export function terminate(connection: Connection): void {
  const socket = webSocket(connection)
  connection.close(true)
  socket?.terminate()
}

/** In bytes. Engine.IO keeps the packets that its transport does not take, but does not show them in its types. */
function waiting(connection: Connection): number {
  const packets: Packet[] = Reflect.get(connection, 'writeBuffer')
  const queued = packets.map(({ data = '', options }) => options?.wsPreEncodedFrame?.[0]?.length ?? data.length)
  return queued.reduce((sum, length) => sum + length, webSocket(connection)?.bufferedAmount ?? 0)
}

interface Packet {
  data?: string
  options?: { wsPreEncodedFrame?: Buffer[] }
}

/** None while the connection polls. */
function webSocket({ transport }: Connection): WebSocket | undefined {
  const socket: unknown = Reflect.get(transport, 'socket')
  return socket instanceof WebSocket ? socket : undefined
}
