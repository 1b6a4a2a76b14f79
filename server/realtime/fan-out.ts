/** Messages to pages: encoded once, and to a whole class written once per connection, because on the way out a system call costs more than all the rest. */
import { Sender } from 'ws'
import type { LessonServer, LessonSocket } from './lesson-socket.ts'

/** A text frame from a server, RFC 6455 §5.2. */
const TEXT = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false }

/** An event with its payload as JSON. */
export type Message = [event: 'view' | 'slides', json: string]

export function send({ conn }: LessonSocket, message: Message): void {
  conn.write(packetOf(message))
}

export function fanOut(io: LessonServer, channel: string, messages: Message[]): void {
  if (messages.length === 0) return
  const packets = messages.map(packetOf)
  // '4' is a message of Engine.IO.
  const frames = Buffer.concat(packets.flatMap(packet => Sender.frame(Buffer.from(`4${packet}`), TEXT)))
  // Engine.IO takes a frame that is ready, as Socket.IO's own broadcast gives it; several in a row are one to it.
  const ready = { compress: false, wsPreEncodedFrame: [frames] }
  const { adapter, sockets } = io.of('/')
  for (const id of adapter.rooms.get(channel) ?? []) {
    const connection = sockets.get(id)?.conn
    if (connection?.transport.name !== 'websocket') {
      for (const packet of packets) connection?.write(packet)
      continue
    }
    connection.write(packets[0] ?? '', ready)
  }
}

/** '2' is an event on Socket.IO's main namespace. */
const packetOf = ([event, json]: Message) => `2["${event}",${json}]`
