/** Limits on TCP connections: on silent ones, and on how many can be open. */
import type { Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

export const HTTP_OPTIONS: ServerOptions = {
  /** Ms. In a crowded hall a request's headers may take long; a silent connection is ended after the same time. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  /** Bytes. Requests carry the cookies of every other port of this host too. */
  maxHeaderSize: 65_536,
}
/** Ms without a byte in either direction, such as while a response is not being read. */
const IDLE = 60_000

/** File descriptors reserved for files (the log, the deck), and the share to reserve when there are few. */
const RESERVE = 256
const SHARE = 0.25
/** Ms that a new connection has to send something before it may be closed to make room. */
const GRACE = 1_000
/** Ms between two warnings. */
const QUIET = 10_000

export interface ConnectionParts {
  http: Server
  /** File descriptors that the process may open; undefined when unknown. */
  descriptors: number | undefined
  /** Shows a line to whoever runs the server. */
  tell: (line: string) => void
  now: () => number
}

/**
 * For a listening server. However many connections come, it stays able to open files: connections beyond the limit are
 * turned away with a warning, and silent ones are closed to make room. Otherwise the system would turn connections away
 * without a word.
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
  // For example when files have used up the reserve. The server goes on listening.
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
