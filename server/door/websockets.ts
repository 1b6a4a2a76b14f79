/** The WebSockets under Engine.IO, whatever becomes of them there: joined, refused, being upgraded or being closed. */
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { createIntake } from './intake.ts'
import { answerRaw } from './raw-answer.ts'

/** A message of 16 kB comes in far fewer pieces over the worst of networks; each piece costs many times its size. */
const PIECES = { maxFragments: 64, maxBufferedChunks: 512 }
/** Ms that a connection has for its part of the closing handshake. */
const CLOSING = 2_000

/**
 * What Engine.IO opens its WebSockets with.
 * @param headers of the answer to a handshake
 * @param now ms
 */
export function meteredWebSockets(headers: Record<string, string>, now: () => number): typeof WebSocketServer {
  return class extends WebSocketServer {
    constructor(options: ServerOptions) {
      // The types of ws do not have these yet.
      super({ ...options, ...PIECES, closeTimeout: CLOSING } as ServerOptions)
      this.on('headers', lines => {
        for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
      })
      this.on('wsClientError', (_error, socket) => answerRaw(socket, 400, headers))
    }

    override handleUpgrade(...[request, socket, head, take]: Parameters<WebSocketServer['handleUpgrade']>): void {
      super.handleUpgrade(request, socket, head, opened => {
        meter(opened, now)
        take(opened, request)
      })
    }
  } as typeof WebSocketServer
}

/** Everything that can be sent counts, so that nothing is free: messages, pings and pongs. */
function meter(socket: WebSocket, now: () => number) {
  const intake = createIntake(now)
  const take = ({ length }: Buffer) => {
    if (!intake.take(length)) socket.terminate()
  }
  socket.on('message', take).on('ping', take).on('pong', take)
}
