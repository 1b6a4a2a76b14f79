/** An answer to a request for another protocol, on which Node leaves the bare connection to us. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers in a line, and lets go of the connection. */
export function refuseUpgrade(socket: Duplex, status: number, headers: Record<string, string>): void {
  socket.on('error', () => {})
  const lines = Object.entries({ Connection: 'close', 'Content-Length': '0', ...headers })
  socket.end(
    [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
      '\r\n',
    ),
    () => socket.destroy(),
  )
}
