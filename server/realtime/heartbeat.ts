/** How long a connection takes to answer: Engine.IO's own pings, timed from outside, so that it costs no byte on the wire. */
import type { Socket } from 'socket.io'

/** @param tell is given the ms from each ping, as it is handed over to be sent, to its pong */
export function timePings(connection: Socket['conn'], now: () => number, tell: (delay: number) => void): void {
  let sentAt: number | undefined
  connection.on('packetCreate', ({ type }: { type: string }) => {
    if (type === 'ping') sentAt = now()
  })
  // What Engine.IO 4 calls the pong that answers its ping, by whichever transport it comes.
  connection.on('heartbeat', () => {
    if (sentAt !== undefined) tell(now() - sentAt)
    sentAt = undefined
  })
}
