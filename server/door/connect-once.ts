/**
 * One connection is one page: it may ask to join once, and a refusal or leaving ends it. Socket.IO itself accepts any
 * number of CONNECT packets on a connection, each with another token, and leaves refused connections open. Its client
 * sends only one, and closes when it is refused or leaves.
 */
import { type Connection, type Packet, terminate } from '../realtime/socket-io-insides.ts'

/** Packet types, the first character of a message (Socket.IO protocol, revision 5). */
const CONNECT = '0'
const DISCONNECT = '1'
const CONNECT_ERROR = '4'

const asked = new WeakSet<Connection>()

/** Runs before Socket.IO gets the packet. */
export function admitOnce(connection: Connection, { type, data }: Packet): void {
  if (type !== 'message' || typeof data !== 'string') return
  if (data.startsWith(DISCONNECT)) closeSoon(connection)
  if (!data.startsWith(CONNECT)) return
  if (asked.has(connection)) terminate(connection)
  asked.add(connection)
}

/** Runs before the packet is sent. */
export function endRefused(connection: Connection, { type, data }: Packet): void {
  if (type === 'message' && typeof data === 'string' && data.startsWith(CONNECT_ERROR)) closeSoon(connection)
}

/** Deferred, so that a refusal is still sent. */
function closeSoon(connection: Connection) {
  setImmediate(() => connection.close())
}
