/** TCP connections before they say anything, and when there can be no more of them. */
import type { Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

export const HTTP_OPTIONS: ServerOptions = {
  /** Ms. In a crowded hall the head of a request may take long; a connection that says nothing at all is ended as late. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  /** Bytes. Cookies of every other port of this host come along. */
  maxHeaderSize: 65_536,
}
/** Ms without a byte in either direction, as of an answer that is not read. */
const IDLE = 60_000

/** File descriptors that are left to files, the log's and the deck's, and how many of a small number. */
const RESERVE = 256
const SHARE = 0.25
/** Ms in which a connection has its first chance to say something, even when others wait for its place. */
const GRACE = 1_000
/** Ms between two lines about it. */
const QUIET = 10_000

export interface ConnectionParts {
  http: Server
  /** File descriptors that the process may have; undefined when the system does not say. */
  descriptors: number | undefined
  /** A line for who runs the server. */
  tell: (line: string) => void
  now: () => number
}

/**
 * For a server that listens. Keeps it able to open files however many connections come: those beyond the limit are
 * turned away, which is told, and make those leave that have said nothing yet. Without it the system turns them away,
 * and nobody is told.
 */
export function limitConnections({ http, descriptors, tell, now }: ConnectionParts): void {
  const silent = new Map<Socket, number>()
  let toldAt = Number.NEGATIVE_INFINITY

  http.setTimeout(IDLE)
  if (descriptors !== undefined) {
    http.maxConnections = descriptors - Math.min(RESERVE, Math.ceil(descriptors * SHARE))
  }

  http.on('connection', (socket: Socket) => {
    silent.set(socket, now())
    socket.once('close', () => silent.delete(socket))
  })
  const speaks = ({ socket }: { socket: Socket }) => silent.delete(socket)
  http.prependListener('request', speaks)
  http.prependListener('upgrade', speaks)

  http.on('drop', () => {
    makeRoom()
    complain(`${http.maxConnections} connections are open`)
  })
  // As when files have taken the reserve. The server goes on listening.
  http.on('error', error => complain(error.message))

  function makeRoom() {
    for (const [socket, since] of silent) {
      if (now() - since < GRACE) return
      socket.destroy()
    }
  }

  function complain(fact: string) {
    if (now() - toldAt < QUIET) return
    toldAt = now()
    tell(
      `No file descriptors left for more connections (${fact}): phones are being turned away. ` +
        'Raise the limit of open files (ulimit -n) and start again: the lesson is resumed.',
    )
  }
}
