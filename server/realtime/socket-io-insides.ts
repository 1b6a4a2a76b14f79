/**
 * All that this server takes from inside Socket.IO, which promises nothing about it. Read in socket.io 4.8.4,
 * engine.io 6.6.12 and ws 8.23.0; test/realtime/socket-io-insides.test.ts fails where another version does otherwise.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Socket } from 'socket.io'
import { Sender, WebSocket } from 'ws'
import type { LessonServer } from './lesson-socket.ts'

/** Of Engine.IO: one page's, whether by WebSocket or by polling. */
export type Connection = Socket['conn']

/** Of Engine.IO. Socket.IO's own packets are the data of those of type `message`. */
export interface Packet {
  type: string
  data?: string
  options?: { wsPreEncodedFrame?: Buffer[] }
}

/** A text frame from a server, RFC 6455 §5.2. */
const TEXT = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false }

/**
 * An event of the main namespace, as Socket.IO's protocol writes it (revision 5).
 * @param json its only argument
 */
export const eventPacket = (event: string, json: string): string => `2["${event}",${json}]`

/**
 * Writes packets to all in a room of the main namespace. They are framed once, and written once per connection, because
 * on the way out a system call costs more than all the rest.
 */
export function writeToRoom(io: LessonServer, room: string, packets: string[]): void {
  const [first] = packets
  if (first === undefined) return
  // '4' is a message of Engine.IO.
  const frames = Buffer.concat(packets.flatMap(packet => Sender.frame(Buffer.from(`4${packet}`), TEXT)))
  // A WebSocket sends a frame that is ready, as Socket.IO's own broadcast gives it; several in a row are one to it.
  const ready = { compress: false, wsPreEncodedFrame: [frames] }
  const { adapter, sockets } = io.of('/')
  for (const id of adapter.rooms.get(room) ?? []) {
    const connection = sockets.get(id)?.conn
    if (connection?.transport.name === 'websocket') connection.write(first, ready)
    else for (const packet of packets) connection?.write(packet)
  }
}

/**
 * @param received is told before Socket.IO is
 * @param sending is told before a packet is sent, or kept to be sent
 */
export function watchPackets(
  connection: Connection,
  received: (this: Connection, packet: Packet) => void,
  sending: (this: Connection, packet: Packet) => void,
): void {
  connection.on('packet', received).on('packetCreate', sending)
}

/** Everything that the transport of this moment brings, also while the connection is being closed. */
export function watchTransport({ transport }: Connection, heard: (packet: Packet) => void): void {
  transport.on('packet', heard)
}

/**
 * Engine.IO's own pings, timed from outside, so that it costs no byte on the wire.
 * @param tell is given the ms from each ping, as it is handed over to be sent, to its pong
 */
export function timePings(connection: Connection, now: () => number, tell: (delay: number) => void): void {
  let sentAt: number | undefined
  connection.on('packetCreate', ({ type }: Packet) => {
    if (type === 'ping') sentAt = now()
  })
  // What Engine.IO calls the pong that answers its ping, by whichever transport it comes.
  connection.on('heartbeat', () => {
    if (sentAt !== undefined) tell(now() - sentAt)
    sentAt = undefined
  })
}

/** A page that polls asks whether the way is free for a WebSocket. */
export function onProbe(connection: Connection, heard: (socket: WebSocket | undefined) => void): void {
  connection.on('upgrading', (transport: object) => heard(webSocketIn(transport)))
}

/** A request for a WebSocket that is refused has no response, and would be answered without our headers. */
export function onRefusedUpgrade(io: LessonServer, answer: (socket: Duplex) => void): void {
  io.engine.on('connection_error', ({ req }: { req: IncomingMessage }) => {
    if (!('res' in req)) answer(req.socket)
  })
}

export const openConnections = (io: LessonServer): Connection[] => Object.values(Reflect.get(io.engine, 'clients'))

/** In bytes, about. */
export const sizeOf = ({ data = '', options }: Packet): number => options?.wsPreEncodedFrame?.[0]?.length ?? data.length

/** What its transport does not take yet. */
export const waitingPackets = (connection: Connection): Packet[] => Reflect.get(connection, 'writeBuffer')

/** Whether something is on its way that has not been taken by the system, or asked for by a poll. */
export const isSending = ({ transport }: Connection): boolean => !transport.writable

/** Ends a connection at once, and nothing more of it is heard: a polite close would wait behind what is not read. */
export function terminate(connection: Connection): void {
  const socket = webSocketIn(connection.transport)
  connection.close(true)
  // One that was being closed already goes on waiting for the other side, which may never poll again.
  if (connection.readyState !== 'closed') connection.transport.emit('close')
  socket?.terminate()
}

/** None where it polls. */
function webSocketIn(transport: object): WebSocket | undefined {
  const socket: unknown = Reflect.get(transport, 'socket')
  return socket instanceof WebSocket ? socket : undefined
}
