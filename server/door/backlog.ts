/** What waits for readers that do not read: it would fill the memory, so they are let go of; they may come back. */
import {
  type Connection,
  isSending,
  type Packet,
  sizeOf,
  terminate,
  waitingPackets,
} from '../realtime/socket-io-insides.ts'

/** Bytes that may wait for one connection behind what is being sent, and what a packet takes beside its text. */
const MOST = 524_288
const PACKET_COST = 256
/** Ms that one connection may take for what is being sent. */
const LONGEST = 8_000
const SWEEP_INTERVAL = 1_000

/** Lets go of a connection when more would wait for it than may, at the moment when it would: before a packet is sent. */
export function limitBacklog(connection: Connection, packet: Packet): void {
  if (!isSending(connection)) return
  if (waiting(connection) + cost(packet) > MOST) terminate(connection)
}

/** Lets go of those that take too long. @returns what stops it */
export function dropStalled(connections: () => Iterable<Connection>, now: () => number): () => void {
  const stalledSince = new WeakMap<Connection, number>()

  const sweeping = setInterval(() => {
    for (const connection of connections()) {
      const since = stalledSince.get(connection)
      if (!isSending(connection)) stalledSince.delete(connection)
      else if (since === undefined) stalledSince.set(connection, now())
      else if (now() - since > LONGEST) terminate(connection)
    }
  }, SWEEP_INTERVAL)
  return () => clearInterval(sweeping)
}

/** In bytes. */
const waiting = (connection: Connection) => waitingPackets(connection).reduce((sum, packet) => sum + cost(packet), 0)

const cost = (packet: Packet) => PACKET_COST + sizeOf(packet)
