/** Responses on a bare connection: to upgrade requests, and to bytes that are not HTTP. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Writes a short response and closes the connection. */
export function respondRaw(socket: Duplex, status: number, headers: Record<string, string>, text = ''): void {
  const all = {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => {})
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n'), () => socket.destroy())
}
