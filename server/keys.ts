/** Keys and identities, derived from one secret in the data folder, so that the log holds none and a restart keeps them all. */
import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'

export interface Keys {
  presenter(code: string): string
  screen(code: string): string
  /** What a token may do in a lesson; compared in constant time. */
  authority(code: string, token: string | undefined): 'presenter' | 'screen' | undefined
  /** Decides what is shuffled and how files are named in a lesson; no page gets it, so nothing of that can be computed. */
  seed(code: string): string
  /** A student's alias, from the token that the phone keeps. */
  student(code: string, token: string): string
}

/** Consonants and digits that nobody confuses and that spell no word. */
const ALIAS = 'BCDFGHJKLMNPQRSTVWXZ23456789'

const SECRET_BYTES = 32

export function createKeys(secret: Buffer): Keys {
  const derive = (...parts: string[]) => createHmac('sha256', secret).update(parts.join(' ')).digest()
  const known = new Map<string, string>()
  /** Derived once: a whole class that comes back is compared with it. */
  const key = (role: string, code: string) => {
    const name = `${role} ${code}`
    const text = known.get(name) ?? derive(role, code).toString('base64url')
    known.set(name, text)
    return text
  }
  return {
    presenter: code => key('presenter', code),
    screen: code => key('screen', code),
    authority: (code, token) => {
      if (token === undefined) return undefined
      const roles = ['presenter', 'screen'] as const
      return roles.find(role => sameText(token, key(role, code)))
    },
    seed: code => derive('seed', code).toString('base64url'),
    student: (code, token) =>
      Array.from(derive('student', code, token).subarray(0, 10), byte => ALIAS[byte % ALIAS.length]).join(''),
  }
}

/** A student's credential. */
export const newToken = (): string => nanoid(32)

/** Reads the secret of a data folder, or makes it: 32 random bytes, readable by its owner only. */
export function readSecret(folder: string, random: (bytes: number) => Buffer): Buffer {
  const file = join(folder, 'secret')
  if (existsSync(file)) {
    const secret = readFileSync(file)
    if (secret.length >= SECRET_BYTES) return secret
  }
  writeFileSync(file, random(SECRET_BYTES), { mode: 0o600, flush: true })
  return readFileSync(file)
}

/** Compares digests, so that neither the time nor the length tells anything. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer')
  return timingSafeEqual(digest(a), digest(b))
}

/** Name of the cookie that a key is traded for. */
export const cookieName = (code: string): string => `amphi_${code}`
