/** A raw connection, on which tests may send any frame of Engine.IO and Socket.IO, valid or not. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { type RawData, WebSocket } from 'ws'
import { PROTOCOL, type Reason, type Reply } from '../../server/wire/protocol.ts'

export interface Wire {
  /** All text frames received; pings are answered. */
  readonly frames: string[]
  send(frame: string | Buffer): void
  /** In one write, so that the server reads them together. */
  sendAtOnce(frames: string[]): void
  /** Sends a handshake with this `auth`; resolves to the reason of a refusal, or 'in'. */
  enter(auth: unknown): Promise<Reason | 'in'>
  /** Sends the arguments of an event, as JSON; resolves to the acknowledgement. */
  ask(json: string): Promise<Reply>
  /** The first matching frame, received already or later. */
  heard(pattern: RegExp): Promise<string>
  /** Stops reading. */
  pause(): void
  /** Resolves to the WebSocket's close code. */
  closed: Promise<number>
  close(): void
}

export interface WireParts {
  headers?: Record<string, string>
  /** Appended to the address, such as `&role=presenter`. */
  query?: string
}

const address = (origin: string, query = '') =>
  `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket${query}`

/** @throws when the server refuses the connection */
export async function openWire(origin: string, { headers = {}, query }: WireParts = {}): Promise<Wire> {
  const socket = new WebSocket(address(origin, query), { headers })
  let tcp: Socket | undefined
  socket.on('upgrade', response => {
    tcp = response.socket
  })
  const frames: string[] = []
  const looking = new Set<() => void>()
  let last = 0
  socket.on('message', (data: RawData) => {
    const frame = String(data)
    if (frame === '2') return socket.send('3')
    frames.push(frame)
    for (const look of [...looking]) look()
  })
  socket.on('error', () => {})
  const closed = once(socket, 'close').then(([code]): number => code)

  const heard = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const frame = frames.find(text => pattern.test(text))
        if (frame === undefined) return
        looking.delete(look)
        resolve(frame)
      }
      looking.add(look)
      closed.then(code => reject(new Error(`closed with ${code} before ${pattern} was heard`)))
      look()
    })

  const wire: Wire = {
    frames,
    send: frame => socket.send(frame),
    sendAtOnce(frames) {
      tcp?.cork()
      for (const frame of frames) socket.send(frame)
      tcp?.uncork()
    },
    async enter(auth) {
      socket.send(`40${JSON.stringify(auth)}`)
      const answer = await heard(/^4[04]/)
      return answer.startsWith('40') ? 'in' : JSON.parse(answer.slice(2)).data.reason
    },
    async ask(json) {
      last += 1
      const id = last
      socket.send(`42${id}${json}`)
      const answer = await heard(new RegExp(`^43${id}\\[`))
      return JSON.parse(answer.slice(answer.indexOf('[')))[0]
    },
    heard,
    pause: () => socket.pause(),
    closed,
    close: () => socket.terminate(),
  }
  await heard(/^0/)
  return wire
}

/** Status of the response to a WebSocket request: 101 when accepted. */
export function upgrade(origin: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(address(origin), { headers })
  socket.on('error', () => {})
  return new Promise(resolve => {
    socket.once('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.once('unexpected-response', (_request, response) => {
      socket.terminate()
      resolve(response.statusCode ?? 0)
    })
  })
}

/** What a well-behaved page sends as `auth`. */
export const auth = (code: string, role: string, token?: string) => ({ protocol: PROTOCOL, code, role, token })
