/** Messages to a whole class: encoded once, and written once per connection, because on the way out a system call costs more than all the rest. */
import { Sender } from 'ws'
import type { SlidesMessage } from '../wire/deck-view.ts'
import type { View } from '../wire/messages.ts'
import type { LessonServer } from './lesson-socket.ts'

/** A text frame from a server, RFC 6455 §5.2. */
const TEXT = { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false }

export type Message = [event: 'view', payload: View] | [event: 'slides', payload: SlidesMessage]

export function fanOut(io: LessonServer, channel: string, messages: Message[]): void {
  if (messages.length === 0) return
  // '2' is an event on Socket.IO's main namespace, '4' a message of Engine.IO.
  const packets = messages.map(message => `2${JSON.stringify(message)}`)
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
