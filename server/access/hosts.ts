/**
 * Which requests come from our own pages. A page elsewhere can make a browser send requests here, either directly (its
 * Origin then differs from our host) or through a domain that it points at this machine (DNS rebinding; the Host is then
 * not one of our names).
 */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import ipaddr from 'ipaddr.js'

export interface Hosts {
  /** The Host header names this machine. */
  knows(request: IncomingMessage): boolean
  /** The Host is ours and the Origin, if any, matches it; another port of this machine is a different origin. */
  trusts(request: IncomingMessage): boolean
  /** Trusted, and made by a program on this computer with no proxy in between that could act for others. */
  isOwn(request: IncomingMessage): boolean
}

/** Headers with which a well-behaved proxy or tunnel on this computer says whose request it forwards. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip']

/** @param publicUrl address under which a proxy or tunnel exposes this server, if any */
export function createHosts(publicUrl: string | undefined): Hosts {
  const machine = hostname().toLowerCase()
  const names = new Set(['localhost', machine, `${machine}.local`])
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host
  if (publicUrl !== undefined) names.add(new URL(publicUrl).hostname)

  const knows = (request: IncomingMessage) => {
    const name = parse(`http://${request.headers.host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '')
    return name !== undefined && (isIP(name) !== 0 || names.has(name) || name.endsWith('.localhost'))
  }
  const trusts = (request: IncomingMessage) => {
    if (!knows(request)) return false
    const { origin, host, 'sec-fetch-site': site } = request.headers
    // Requests for scripts and pictures have no Origin, but browsers send this (W3C Fetch Metadata).
    if (site === 'cross-site' || site === 'same-site') return false
    if (origin === undefined) return true
    const from = parse(origin)?.host
    return from !== undefined && (from === host?.toLowerCase() || from === publicHost)
  }
  const isOwn = (request: IncomingMessage) => {
    // With a public address, any request may have come through a proxy on this computer, whatever its headers say.
    if (publicUrl !== undefined || FORWARDED.some(name => name in request.headers)) return false
    const name = parse(`http://${request.headers.host ?? ''}`)?.hostname
    return isOwnName(name ?? '') && isLoopback(request.socket.remoteAddress ?? '') && trusts(request)
  }
  return { knows, trusts, isOwn }
}

/** Whether a URL's host name reaches this server only from this computer. */
export const isOwnName = (name: string): boolean => name === 'localhost' || isLoopback(name)

/** Whether only this computer reaches an address: 127.0.0.0/8 and ::1 (RFC 1122, RFC 4291), also mapped or in brackets. */
const isLoopback = (address: string): boolean => {
  const plain = address.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(plain) && ipaddr.process(plain).range() === 'loopback'
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
