/**
 * Which requests come from our own pages. A page elsewhere can make a browser send requests here: directly (its Origin
 * differs from our host) or through a name of its own that points at this machine (DNS rebinding; the Host is then a
 * name that is not ours).
 */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import ipaddr from 'ipaddr.js'

export interface Hosts {
  /** The Host header names this machine. */
  knows(request: IncomingMessage): boolean
  /** The Host is ours and the Origin, where there is one, is the same: another port of this machine is another. */
  trusts(request: IncomingMessage): boolean
  /** It is trusted, and made by a program on this computer, without a proxy in between that could act for others. */
  isOwn(request: IncomingMessage): boolean
}

/** Headers in which a well-behaved proxy or tunnel on this computer says whom it speaks for. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip']

/** @param publicUrl where a proxy or a tunnel makes this server known, if it does */
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
    // Where there is no Origin, as in a script's or a picture's request, browsers say this (W3C Fetch Metadata).
    if (site === 'cross-site' || site === 'same-site') return false
    if (origin === undefined) return true
    const from = parse(origin)?.host
    return from !== undefined && (from === host?.toLowerCase() || from === publicHost)
  }
  const isOwn = (request: IncomingMessage) => {
    // With a public address any request may come through a proxy on this computer, whatever its headers say.
    if (publicUrl !== undefined || FORWARDED.some(name => name in request.headers)) return false
    const name = parse(`http://${request.headers.host ?? ''}`)?.hostname
    return isOwnName(name ?? '') && isLoopback(request.socket.remoteAddress ?? '') && trusts(request)
  }
  return { knows, trusts, isOwn }
}

/** A host name, as in a URL, that leads only this computer's own browsers here. */
export const isOwnName = (name: string): boolean => name === 'localhost' || isLoopback(name)

/** An address that only this computer reaches: 127.0.0.0/8 and ::1 (RFC 1122, RFC 4291), also mapped or in brackets. */
const isLoopback = (address: string): boolean => {
  const plain = address.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(plain) && ipaddr.process(plain).range() === 'loopback'
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}
