/** Who makes an HTTP request: the holder of a key (cookie or `Authorization: Bearer`), else anyone. */
import { parseCookie } from 'cookie'
import type { Request } from 'express'
import { cookieName, type Keys } from '../keys.ts'
import type { Role } from '../wire/protocol.ts'

export function caller(keys: Keys, request: Request, code: string): Role {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? parseCookie(request.headers.cookie ?? '')[cookieName(code)]
  return keys.authority(code, token) ?? 'student'
}
