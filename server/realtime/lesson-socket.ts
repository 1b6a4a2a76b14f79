/** Socket.IO's server and sockets as this server has them. */
import type { Server, Socket } from 'socket.io'
import type { SlidesMessage } from '../wire/deck-view.ts'
import type { View } from '../wire/messages.ts'
import type { Role } from '../wire/protocol.ts'

export interface ServerToClient {
  view: (view: View) => void
  slides: (slides: SlidesMessage) => void
}
/** Nothing by name: whatever comes in goes through one wrapper. */
export type ClientToServer = Record<string, never>
export interface SocketData {
  role: Role
  code: string
  authority?: 'presenter' | 'screen'
  student?: { id: string; token: string }
  /** Ms that the latest ping took; absent before the first. */
  delay?: number
}
export type LessonServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>
export type LessonSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>
