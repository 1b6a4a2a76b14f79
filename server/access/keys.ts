/** Keys and identities, all derived from one secret in the data folder: the log contains none, and they survive a restart. */
import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'

/** Roles that need a key; anyone without one is a student. */
export type Authority = 'presenter' | 'screen'

export interface Keys {
  presenter(code: string): string
  screen(code: string): string
  /** The role that a token grants in a lesson; compared in constant time. */
  authority(code: string, token: string | undefined): Authority | undefined
  /** A browser's credential in exchange for a key: different each time, never the key itself. @param expiresAt ms since the epoch */
  session(code: string, authority: Authority, expiresAt: number): string
  /** The role that a session, or a key in its place, grants. Only the secret is needed, so sessions outlive the process. */
  sessionAuthority(code: string, session: string, now: number): Authority | undefined
  /** Seeds shuffling and file names in a lesson; no page gets it, so neither can be predicted. */
  seed(code: string): string
  /** A student's alias, from the token stored on the phone. */
  student(code: string, token: string): string
}

/** Consonants and digits that are not mistaken for each other and spell no words. */
const ALIAS = 'BCDFGHJKLMNPQRSTVWXZ23456789'

const SECRET_BYTES = 32

const AUTHORITIES: readonly Authority[] = ['presenter', 'screen']

export function createKeys(secret: Buffer): Keys {
  const derive = (...parts: string[]) => createHmac('sha256', secret).update(parts.join(' ')).digest()
  /** Those that were given out, derived only once: every student who reconnects is compared with them. */
  const known = new Map<string, string>()
  const key = (role: string, code: string) => known.get(`${role} ${code}`) ?? derive(role, code).toString('base64url')
  const giveOut = (role: Authority, code: string) => {
    const text = key(role, code)
    known.set(`${role} ${code}`, text)
    return text
  }
  const authority = (code: string, token: string | undefined) =>
    token === undefined ? undefined : AUTHORITIES.find(role => sameText(token, key(role, code)))
  const signed = (code: string, facts: string) => `${facts}.${derive('session', code, facts).toString('base64url')}`

  return {
    presenter: code => giveOut('presenter', code),
    screen: code => giveOut('screen', code),
    authority,
    session: (code, role, expiresAt) => signed(code, `${role}.${expiresAt}.${nanoid()}`),
    sessionAuthority: (code, session, now) => {
      const facts = session.slice(0, Math.max(0, session.lastIndexOf('.')))
      const [role, expiresAt] = facts.split('.')
      if (!sameText(session, signed(code, facts))) return authority(code, session)
      return now < Number(expiresAt) ? AUTHORITIES.find(known => known === role) : undefined
    },
    seed: code => derive('seed', code).toString('base64url'),
    student: (code, token) =>
      Array.from(derive('student', code, token).subarray(0, 10), byte => ALIAS[byte % ALIAS.length]).join(''),
  }
}

/** A student's credential. */
export const newToken = (): string => nanoid(32)

/** Reads the secret of a data folder, or creates it: 32 random bytes, readable only by the owner. */
export function readSecret(folder: string, random: (bytes: number) => Buffer): Buffer {
  const file = join(folder, 'secret')
  if (existsSync(file)) {
    const secret = readFileSync(file)
    if (secret.length >= SECRET_BYTES) return secret
  }
  writeFileSync(file, random(SECRET_BYTES), { mode: 0o600, flush: true })
  return readFileSync(file)
}

/** Compares digests, so that neither timing nor length reveals anything. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer')
  return timingSafeEqual(digest(a), digest(b))
}
