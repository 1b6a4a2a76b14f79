/** What a bored student with a script does. Each attack speaks to the server as rawly as it needs, and reads as little as it likes. */
import { hostileCrowd } from './hostile-crowd.ts'
import { hostileHttp } from './hostile-http.ts'
import { hostileSockets } from './hostile-sockets.ts'

export interface Target {
  /** Of the server, such as `http://127.0.0.1:1948`. */
  origin: string
  code: string
}

export interface Effort {
  /** Hostile connections, at once. */
  connections: number
  /** How long they go on unless the server ends them, in ms. */
  ms: number
}

export interface Damage {
  /** Bytes that the server took. */
  sent: number
  opened: number
  /** Connections that the server ended before the attack was over. */
  closed: number
  /** New students that the attack got in. */
  students?: number
  /** Answers that told a guesser something, or gave what was not theirs. */
  got?: number
}

export type Attack = (target: Target, effort: Effort) => Promise<Damage>

/** By what they do. */
export const attacks = { ...hostileSockets, ...hostileHttp, ...hostileCrowd } satisfies Record<string, Attack>

export type AttackName = keyof typeof attacks
