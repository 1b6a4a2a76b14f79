/** The WebSockets under Engine.IO, metered in every state: joined, refused, being upgraded or being closed. */
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import { addsTooMuch, noIntake } from './incoming-rate.ts'
import { respondRaw } from './raw-response.ts'

/** Even the worst network splits a 16 kB message into far fewer pieces; each piece costs many times its size. */
const PIECES = { maxFragments: 64, maxBufferedChunks: 512 }
/** Ms that a client has for its part of the closing handshake. */
const CLOSING = 2_000

/** Pings and pongs count too, so that nothing a client sends is free. */
const RECEIVED = new Set<string | symbol>(['message', 'ping', 'pong'])

/** Overrides `emit` instead of adding listeners, as a hall has thousands of these. */
class MeteredWebSocket extends WebSocket {
  readonly #intake = noIntake()

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (RECEIVED.has(event) && addsTooMuch(this.#intake, (args[0] as Buffer).length, performance.now()))
      this.terminate()
    return super.emit(event, ...args)
  }
}

/**
 * The WebSocket server class that Engine.IO uses.
 * @param headers of the response to a handshake
 */
export function meteredWebSockets(headers: Record<string, string>): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options: ServerOptions) {
      // ws has no types for all of these options yet.
      super({ ...options, ...PIECES, closeTimeout: CLOSING, WebSocket: MeteredWebSocket } as ServerOptions)
      this.on('headers', lines => {
        for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
      })
      this.on('wsClientError', (_error, socket) => respondRaw(socket, 400, headers))
    }
  } as typeof WebSocketServer
}
