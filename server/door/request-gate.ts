/** In front of all that answers, pages and Engine.IO alike: which requests get any further. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Hosts } from '../access/hosts.ts'
import type { Reason } from '../wire/protocol.ts'
import { problem } from '../wire/refusal.ts'
import { answerRaw } from './raw-answer.ts'

/** Where Engine.IO answers. */
const SOCKETS = '/socket.io/'

/** Requests that one connection may have unanswered: browsers send the next one after the answer. */
const MOST_AT_ONCE = 4

/** By what Node says is wrong; anything else is no HTTP. */
const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** It is cookies that make a browser's request so long: every program on any port of a host may set some for all. */
const TOO_LONG =
  'This browser sends more cookies than fit into a request. Delete the cookies of this address, ' +
  'or open the link with 127.0.0.1 in the place of localhost.\n'

export interface GateParts {
  http: Server
  hosts: Hosts
  /** Set on every answer. */
  headers: RequestListener
  /** The same for what is answered by hand. */
  plain: Record<string, string>
}

/** Takes over the listeners that the server has by then; each hears only of what is let through. */
export function gateRequests({ http, hosts, headers, plain }: GateParts): void {
  const waiting = new WeakMap<Socket, number>()
  const answer = takeOver<Parameters<RequestListener>>(http, 'request')
  const upgrade = takeOver<[IncomingMessage, Socket, Buffer]>(http, 'upgrade')
  /** Vite has its own when the pages come from their sources. */
  const onlySockets = upgrade.count === 1

  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!waits(request.socket, response)) return
    headers(request, response)
    if (!hosts.knows(request)) return refuse(response, 421, 'forbidden')
    if (isForSockets(request) && !mayTalk(request)) return refuse(response, 403, 'forbidden')
    answer.pass(request, response)
  })

  http.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!mayTalk(request)) return answerRaw(socket, 403, plain)
    if (onlySockets && !isForSockets(request)) return answerRaw(socket, 404, plain)
    upgrade.pass(request, socket, head)
  })

  // What is no HTTP, or too much of it, is not taken for a request.
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || waiting.get(socket)) return void socket.destroy()
    answerRaw(socket, STATUS[error.code ?? ''] ?? 400, plain, error.code === 'HPE_HEADER_OVERFLOW' ? TOO_LONG : '')
  })

  /** Every request of a session, not its first alone: the session's name is in the address, the presenter's cookie with any of them. */
  function mayTalk(request: IncomingMessage): boolean {
    return hosts.trusts(request) && !asksForScript(request)
  }

  /** False for a connection that asks on and on without reading: each answer would be kept for it. */
  function waits(socket: Socket, response: ServerResponse): boolean {
    const before = waiting.get(socket) ?? 0
    if (before >= MOST_AT_ONCE) socket.destroy()
    if (socket.destroyed) return false
    waiting.set(socket, before + 1)
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1))
    return true
  }
}

const isForSockets = ({ url = '' }: IncomingMessage) => url.startsWith(SOCKETS)

/** JSONP: an answer as a script, which any page may load, with our cookies and without an Origin. Read as Engine.IO reads it. */
function asksForScript({ url = '' }: IncomingMessage): boolean {
  const base = 'http://socket.io'
  return !URL.canParse(url, base) || new URL(url, base).searchParams.has('j')
}

function refuse(response: ServerResponse, status: number, reason: Reason) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(problem(reason)))
}

function takeOver<Args extends unknown[]>(http: Server, event: 'request' | 'upgrade') {
  const listeners = http.listeners(event)
  http.removeAllListeners(event)
  return {
    count: listeners.length,
    pass(...args: Args) {
      for (const listener of listeners) listener.apply(http, args)
    },
  }
}
