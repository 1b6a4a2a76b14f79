/** The server as a user starts it, in a process of its own, and clients that talk to it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { io } from 'socket.io-client'
import type { Command, SlidesMessage, View } from '../../server/wire/messages.ts'
import { PROTOCOL, type Reply, type Role } from '../../server/wire/protocol.ts'

/** What `--json` prints. */
export interface Facts {
  code: string
  join: string
  present: string
  screen: string
  key: string
  pid: number
}

export interface Amphi {
  facts: Facts
  origin: string
  /** What the server has written to stderr. */
  logs(): string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C would. */
  stop(): Promise<void>
}

export interface AmphiParts {
  deck: string
  /** The data folder. */
  data: string
  /** Any free one when left out. */
  port?: number
}

export interface Client {
  /** The latest of every slice; empty while cut off. */
  readonly view: Partial<View>
  /** HTML and places that `slides` messages brought. */
  readonly slides: SlidesMessage['slides']
  /** Every packet received, as text. */
  readonly bytes: string[]
  send(command: Command): Promise<Reply>
  /** Resolves once the view is as wanted; the test's own time limit ends the wait. */
  until(wanted: (view: Partial<View>) => boolean): Promise<void>
  close(): void
}

/** Ms without an acknowledgement after which a command counts as lost. */
const ACK_TIMEOUT = 10_000

const root = join(import.meta.dirname, '../..')

export async function startAmphi({ deck, data, port = 0 }: AmphiParts): Promise<Amphi> {
  const flags = ['--json', '--no-open', '--port', String(port), '--host', '127.0.0.1', '--data', data]
  const child = spawn(process.execPath, ['server/main.ts', deck, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logs = ''
  child.stderr.on('data', chunk => {
    logs += chunk
  })
  const exited = once(child, 'exit')
  const early = exited.then(([code]) => {
    throw new Error(`the server ended with ${code} before it was ready:\n${logs}`)
  })
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), early])
  early.catch(() => {})
  const facts: Facts = JSON.parse(line)
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await exited
  }
  return {
    facts,
    origin: new URL(facts.join).origin,
    logs: () => logs,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** Resolves with the first view; a client that is cut off comes back by itself, with the token it was given. */
export async function connect(origin: string, code: string, role: Role, token?: string): Promise<Client> {
  const view: Partial<View> = {}
  let identity = token
  const slides: SlidesMessage['slides'] = []
  const bytes: string[] = []
  const waiting = new Set<() => void>()
  const socket = io(origin, {
    auth: give => give({ protocol: PROTOCOL, code, role, token: identity }),
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 250,
  })
  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ data }) => bytes.push(String(data)))
  })
  socket.on('view', (latest: View) => {
    Object.assign(view, latest)
    identity = view.you?.token ?? identity
    for (const look of [...waiting]) look()
  })
  socket.on('disconnect', () => {
    for (const slice of Object.keys(view)) Reflect.deleteProperty(view, slice)
  })
  socket.on('slides', (message: SlidesMessage) => slides.push(...message.slides))

  const client: Client = {
    view,
    slides,
    bytes,
    send: command => socket.timeout(ACK_TIMEOUT).emitWithAck('command', command),
    until: wanted =>
      new Promise(resolve => {
        const look = () => {
          if (!wanted(view)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () => void socket.close(),
  }
  await new Promise<void>((resolve, reject) => {
    client.until(({ lesson }) => lesson !== undefined).then(resolve)
    socket.once('connect_error', reject)
  })
  return client
}
