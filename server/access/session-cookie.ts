/**
 * The presenter's and the screen's cookies. Browsers send them to every port of a host, and let every port set them
 * (RFC 6265 §8.5). So they contain no key, are sent to as few paths as possible, and a cookie planted by another port
 * does not hide ours.
 */
import type { IncomingMessage } from 'node:http'
import { stringifySetCookie } from 'cookie'
import type { Authority, Keys } from './keys.ts'

/** Seconds. */
const WEEK = 7 * 24 * 60 * 60

const nameOf = (code: string) => `amphi_${code}`

/** For the pages and what they load, their API calls, and their sockets. */
const pathsOf = (code: string) => [`/${code}`, `/api/lessons/${code}`, '/socket.io']

/**
 * Values of `Set-Cookie` for a new session.
 * @param secure cookies are sent over HTTPS only
 * @param now ms since the epoch
 */
export function sessionCookies(keys: Keys, code: string, role: Authority, secure: boolean, now: number): string[] {
  const value = keys.session(code, role, now + 1_000 * WEEK)
  const flags = { httpOnly: true, sameSite: 'strict', secure, maxAge: WEEK } as const
  return pathsOf(code).map(path => stringifySetCookie({ name: nameOf(code), value, path, ...flags }))
}

/**
 * The role that a request's cookies grant: one valid cookie of that name is enough.
 * @param now ms since the epoch
 */
export function cookieAuthority(
  keys: Keys,
  code: string,
  { cookie = '', 'sec-fetch-site': site }: IncomingMessage['headers'],
  now: number,
): Authority | undefined {
  // Requests from a page on another port carry our cookies, and may have no Origin.
  if (site === 'same-site' || site === 'cross-site') return undefined
  const cookies = cookie.split(';').map(pair => pair.trim().split('='))
  for (const [name, value] of cookies) {
    const authority = name === nameOf(code) ? keys.sessionAuthority(code, value ?? '', now) : undefined
    if (authority) return authority
  }
  return undefined
}
