/** What the two ends of the wire agree on. Imports nothing, so that every page can carry it. */

export const PROTOCOL = 1

/** A lesson's join code: six digits. */
export const CODE = /^\d{6}$/

/** Largest message a client may send, in bytes. */
export const MAX_MESSAGE = 16_384

/** Longest name a student may give, in characters. */
export const MAX_NAME = 40

/** Longest message to the presenter, and longest place where somebody sits, in characters. */
export const LONGEST_MESSAGE = 280
export const LONGEST_SEAT = 40

export const REASONS = [
  'invalid',
  'forbidden',
  'unknown-lesson',
  'unknown-poll',
  'unknown-segment',
  'unknown-task',
  'unknown-message',
  'not-open',
  'already-closed',
  'over',
  'off',
  'too-fast',
  'too-large',
  'locked',
  'removed',
  'not-saved',
  'outdated',
  'internal',
] as const
export type Reason = (typeof REASONS)[number]

export const ROLES = ['student', 'presenter', 'screen'] as const
export type Role = (typeof ROLES)[number]

export type Reply = { ok: true; seq: number } | { ok: false; reason: Reason; message: string }
