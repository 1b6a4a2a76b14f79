/** Attacks by a bored student with a script. Each uses as low a level of the protocol as it needs and reads as little as it likes. */
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
  /** Connections that the server closed during the attack. */
  closed: number
  /** New students that the attack got in. */
  students?: number
  /** Responses that revealed something, or accepted commands that were not allowed. */
  got?: number
}

export type Attack = (target: Target, effort: Effort) => Promise<Damage>

/** By what they do. */
export const attacks = { ...hostileSockets, ...hostileHttp, ...hostileCrowd } satisfies Record<string, Attack>

export type AttackName = keyof typeof attacks
