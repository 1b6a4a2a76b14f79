/** Who makes an HTTP request: the holder of a key (`Authorization: Bearer`) or of its session (cookie), else anyone. */
import type { Request } from 'express'
import type { Role } from '../wire/protocol.ts'
import type { Keys } from './keys.ts'
import { cookieAuthority } from './session-cookie.ts'

export function caller(keys: Keys, { headers }: Request, code: string): Role {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return keys.authority(code, bearer) ?? 'student'
  return cookieAuthority(keys, code, headers, Date.now()) ?? 'student'
}
