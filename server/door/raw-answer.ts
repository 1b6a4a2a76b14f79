/** Answers on a bare connection: to requests for another protocol, and to what is no request. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers in a few lines, and lets go of the connection. */
export function answerRaw(socket: Duplex, status: number, headers: Record<string, string>, text = ''): void {
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
