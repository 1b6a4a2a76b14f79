/** Decides which requests get through, before the pages and Engine.IO see them. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Hosts } from '../access/hosts.ts'
import type { Reason } from '../wire/protocol.ts'
import { problem } from '../wire/refusal.ts'
import { respondRaw } from './raw-response.ts'

/** Path of Engine.IO. */
const SOCKETS = '/socket.io/'

/** Requests that may be pending on one connection: browsers send the next one after the response. */
const MOST_AT_ONCE = 4

/** By Node's error code; with any other, it is not HTTP. */
const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Only cookies make a browser's request this long: programs on every port of a host share them. */
const TOO_LONG =
  'This browser sends more cookies than fit into a request. Delete the cookies of this address, ' +
  'or open the link with 127.0.0.1 instead of localhost.\n'

export interface GateParts {
  http: Server
  hosts: Hosts
  /** Sets the headers of every response. */
  headers: RequestListener
  /** The same headers for raw responses. */
  plain: Record<string, string>
}

/** Takes over the server's existing listeners, which then get only the requests that are let through. */
export function gateRequests({ http, hosts, headers, plain }: GateParts): void {
  const waiting = new WeakMap<Socket, number>()
  const answer = takeOver<Parameters<RequestListener>>(http, 'request')
  const upgrade = takeOver<[IncomingMessage, Socket, Buffer]>(http, 'upgrade')
  /** False in development, where Vite has a socket of its own. */
  const onlySockets = upgrade.count === 1

  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!waits(request.socket, response)) return
    headers(request, response)
    if (!hosts.knows(request)) return refuse(response, 421, 'forbidden')
    if (isForSockets(request) && !mayTalk(request)) return refuse(response, 403, 'forbidden')
    answer.pass(request, response)
  })

  http.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!mayTalk(request)) return respondRaw(socket, 403, plain)
    if (onlySockets && !isForSockets(request)) return respondRaw(socket, 404, plain)
    upgrade.pass(request, socket, head)
  })

  // Malformed or oversized requests, which never reach `request`.
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || waiting.get(socket)) return void socket.destroy()
    respondRaw(socket, STATUS[error.code ?? ''] ?? 400, plain, error.code === 'HPE_HEADER_OVERFLOW' ? TOO_LONG : '')
  })

  /** Checked for every request of a session: each carries the presenter's cookie, and session ids stand in the URL. */
  function mayTalk(request: IncomingMessage): boolean {
    return hosts.trusts(request) && !asksForScript(request)
  }

  /** False for a connection that keeps asking without reading: its responses would pile up in memory. */
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

/** JSONP is a script that any page may load, with our cookies and no Origin. Parsed the way Engine.IO does. */
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
