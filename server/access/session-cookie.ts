/**
 * The presenter's and the screen's cookies. Browsers send them to every port of a host, and let every port set them
 * (RFC 6265 §8.5): so they hold no key, go to no other paths than they are needed on, and one that another port has
 * planted stands in the way of none.
 */
import type { IncomingMessage } from 'node:http'
import { stringifySetCookie } from 'cookie'
import type { Authority, Keys } from './keys.ts'

/** Seconds. */
const WEEK = 7 * 24 * 60 * 60

const nameOf = (code: string) => `amphi_${code}`

/** Where pages, what they load, their calls and their connections are. */
const pathsOf = (code: string) => [`/${code}`, `/api/lessons/${code}`, '/socket.io']

/**
 * Values of `Set-Cookie`, for a session of its own.
 * @param secure cookies are sent over HTTPS only
 * @param now ms since the epoch
 */
export function sessionCookies(keys: Keys, code: string, role: Authority, secure: boolean, now: number): string[] {
  const value = keys.session(code, role, now + 1_000 * WEEK)
  const flags = { httpOnly: true, sameSite: 'strict', secure, maxAge: WEEK } as const
  return pathsOf(code).map(path => stringifySetCookie({ name: nameOf(code), value, path, ...flags }))
}

/**
 * What the cookies of a request allow: any of that name counts that is good.
 * @param now ms since the epoch
 */
export function cookieAuthority(
  keys: Keys,
  code: string,
  { cookie = '', 'sec-fetch-site': site }: IncomingMessage['headers'],
  now: number,
): Authority | undefined {
  // What a page of another port loads from here comes with our cookies, and without an Origin.
  if (site === 'same-site' || site === 'cross-site') return undefined
  const given = cookie.split(';').map(pair => pair.trim().split('='))
  for (const [name, value] of given) {
    const authority = name === nameOf(code) ? keys.sessionAuthority(code, value ?? '', now) : undefined
    if (authority) return authority
  }
  return undefined
}
