/**
 * One connection is one page: it asks to be let into a lesson once, and being refused or leaving ends it. Socket.IO takes
 * any number of CONNECT packets on a connection, each with a token of its own, and leaves open one that it has refused;
 * its own client sends one, and closes when it is refused or leaves.
 */
import { type Connection, type Packet, terminate } from '../realtime/socket-io-insides.ts'

/** What a message of Socket.IO begins with (its protocol, revision 5): the type of its packet. */
const CONNECT = '0'
const DISCONNECT = '1'
const CONNECT_ERROR = '4'

const asked = new WeakSet<Connection>()

/** Before Socket.IO hears it. */
export function admitOnce(connection: Connection, { type, data }: Packet): void {
  if (type !== 'message' || typeof data !== 'string') return
  if (data.startsWith(DISCONNECT)) closeSoon(connection)
  if (!data.startsWith(CONNECT)) return
  if (asked.has(connection)) terminate(connection)
  asked.add(connection)
}

/** Before it is sent. */
export function endRefused(connection: Connection, { type, data }: Packet): void {
  if (type === 'message' && typeof data === 'string' && data.startsWith(CONNECT_ERROR)) closeSoon(connection)
}

/** Once what is on its way has been dealt with: a refusal is still sent. */
function closeSoon(connection: Connection) {
  setImmediate(() => connection.close())
}
