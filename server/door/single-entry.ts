/** One connection is one page: it asks to be let into a lesson once, and being refused or leaving ends it. */
import type { Socket } from 'socket.io'

type Connection = Socket['conn']

/** What a message of Socket.IO begins with (its protocol, revision 5): the type of its packet. */
const CONNECT = '0'
const DISCONNECT = '1'
const CONNECT_ERROR = '4'

/**
 * Socket.IO takes any number of CONNECT packets on a connection, each with a token of its own, and leaves open one that
 * it has refused. Its own client sends one, and closes when it is refused or leaves.
 * @param drop ends a connection at once
 */
export function admitOnce(connection: Connection, drop: (connection: Connection) => void): void {
  let asked = false
  connection.on('packet', ({ type, data }: Packet) => {
    if (type !== 'message' || typeof data !== 'string') return
    if (data.startsWith(DISCONNECT)) closeSoon(connection)
    if (!data.startsWith(CONNECT)) return
    if (asked) drop(connection)
    asked = true
  })
  connection.on('packetCreate', ({ type, data }: Packet) => {
    if (type === 'message' && typeof data === 'string' && data.startsWith(CONNECT_ERROR)) closeSoon(connection)
  })
}

interface Packet {
  type: string
  data?: unknown
}

/** Once what is on its way has been dealt with: a refusal is still sent. */
function closeSoon(connection: Connection) {
  setImmediate(() => connection.close())
}
