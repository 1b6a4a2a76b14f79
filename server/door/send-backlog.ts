/** Backpressure: packets for clients that do not read would fill the memory, so such clients are disconnected; they may reconnect. */
import {
  type Connection,
  isSending,
  type Packet,
  sizeOf,
  terminate,
  waitingPackets,
} from '../realtime/socket-io-insides.ts'

/** Bytes that may be queued for one connection while it is sending, and the overhead of a packet. */
const MOST_WAITING = 524_288
const PACKET_COST = 256
/** Ms that one connection may take to send. */
const LONGEST_SEND = 8_000
const SWEEP_INTERVAL = 1_000

/** Ends a connection whose queue would grow too long; called before a packet is sent. */
export function limitBacklog(connection: Connection, packet: Packet): void {
  if (!isSending(connection)) return
  if (waiting(connection) + cost(packet) > MOST_WAITING) terminate(connection)
}

/** Ends connections that take too long to send. @returns a function that stops it */
export function dropStalled(connections: () => Iterable<Connection>, now: () => number): () => void {
  const stalledSince = new WeakMap<Connection, number>()

  const sweeping = setInterval(() => {
    for (const connection of connections()) {
      const since = stalledSince.get(connection)
      if (!isSending(connection)) stalledSince.delete(connection)
      else if (since === undefined) stalledSince.set(connection, now())
      else if (now() - since > LONGEST_SEND) terminate(connection)
    }
  }, SWEEP_INTERVAL)
  return () => clearInterval(sweeping)
}

/** In bytes. */
const waiting = (connection: Connection) => waitingPackets(connection).reduce((sum, packet) => sum + cost(packet), 0)

const cost = (packet: Packet) => PACKET_COST + sizeOf(packet)
