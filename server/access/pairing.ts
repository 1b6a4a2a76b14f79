/** Tickets that let in another device of the presenter's. They are never logged, and only their hashes are stored. */
import { hash, timingSafeEqual } from 'node:crypto'

export interface Pairing {
  /** A ticket for a lesson, and when it expires, ms since the epoch. It invalidates the previous one. */
  issue(code: string): { ticket: string; expiresAt: number }
  /** True once for the lesson's valid ticket; compared in constant time. A wrong guess does not use it up. */
  redeem(code: string, ticket: string): boolean
  /** Whether the last ticket that was issued has been redeemed. */
  redeemed(code: string): boolean
}

/** Of a ticket, in ms. */
const LIFETIME = 120_000
/** 128 bits. */
const TICKET_BYTES = 16

export function createPairing(now: () => number, random: (bytes: number) => Buffer): Pairing {
  const live = new Map<string, { digest: Buffer; expiresAt: number }>()
  return {
    issue(code) {
      const ticket = random(TICKET_BYTES).toString('base64url')
      const expiresAt = now() + LIFETIME
      live.set(code, { digest: digest(ticket), expiresAt })
      return { ticket, expiresAt }
    },
    redeem(code, ticket) {
      const { digest: expected, expiresAt } = live.get(code) ?? { digest: digest(''), expiresAt: 0 }
      const right = timingSafeEqual(digest(ticket), expected) && now() < expiresAt
      if (right) live.delete(code)
      return right
    },
    redeemed: code => !live.has(code),
  }
}

const digest = (ticket: string): Buffer => hash('sha256', ticket, 'buffer')
