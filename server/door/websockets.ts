/** The WebSockets under Engine.IO, whatever becomes of them there: joined, refused, being upgraded or being closed. */
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import { nothingSaid, saysTooMuch } from './intake-limit.ts'
import { answerRaw } from './raw-answer.ts'

/** A message of 16 kB comes in far fewer pieces over the worst of networks; each piece costs many times its size. */
const PIECES = { maxFragments: 64, maxBufferedChunks: 512 }
/** Ms that a connection has for its part of the closing handshake. */
const CLOSING = 2_000

/** Everything that the other side can send counts, so that nothing is free. */
const RECEIVED = new Set<string | symbol>(['message', 'ping', 'pong'])

/** Not by listeners: a hall has thousands of these. */
class MeteredWebSocket extends WebSocket {
  readonly #said = nothingSaid()

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (RECEIVED.has(event) && saysTooMuch(this.#said, (args[0] as Buffer).length, performance.now())) this.terminate()
    return super.emit(event, ...args)
  }
}

/**
 * What Engine.IO opens its WebSockets with.
 * @param headers of the answer to a handshake
 */
export function meteredWebSockets(headers: Record<string, string>): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options: ServerOptions) {
      // The types of ws do not have all of these yet.
      super({ ...options, ...PIECES, closeTimeout: CLOSING, WebSocket: MeteredWebSocket } as ServerOptions)
      this.on('headers', lines => {
        for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
      })
      this.on('wsClientError', (_error, socket) => answerRaw(socket, 400, headers))
    }
  } as typeof WebSocketServer
}
