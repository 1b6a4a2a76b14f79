/** Starts the server as a user does, in its own process, and clients that talk to it. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { io } from 'socket.io-client'
import type { SlidesMessage } from '../../server/wire/deck-view.ts'
import type { Command, View } from '../../server/wire/messages.ts'
import { PROTOCOL, type Reply, type Role } from '../../server/wire/protocol.ts'

/** What `--json` prints. */
export interface Facts {
  code: string
  title: string
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
  /** Kills it, like a power cut. */
  kill(): Promise<void>
  /** Stops it, like Ctrl-C. */
  stop(): Promise<void>
}

/** The `amphi` command in a process of its own. */
export interface Run {
  child: ChildProcessByStdio<null, Readable, Readable>
  out(): string
  err(): string
  /** Resolves once stdout contains the text; rejects when the command ends without it. */
  printed(text: string): Promise<void>
  /** Resolves to the exit code; null after a signal. */
  ended: Promise<number | null>
}

export interface AmphiParts {
  deck: string
  /** The data folder. */
  data: string
  /** Any free one when left out. */
  port?: number
  /** More flags. */
  flags?: string[]
}

export interface Client {
  /** The latest of every slice; empty while cut off. */
  readonly view: Partial<View>
  /** HTML and places that `slides` messages brought. */
  readonly slides: SlidesMessage['slides']
  /** Every packet received, as text. */
  readonly bytes: string[]
  send(command: Command): Promise<Reply>
  /** Resolves once the view matches; only the test's time limit ends the wait. */
  until(wanted: (view: Partial<View>) => boolean): Promise<void>
  close(): void
}

/** Ms without an acknowledgement after which a command counts as lost. */
const ACK_TIMEOUT = 10_000

const root = join(import.meta.dirname, '../..')

/** @param env stronger than the test's own environment */
export function runAmphi(args: string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', chunk => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', chunk => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => code)
  const printed = async (text: string) => {
    const over = ended.then(code => {
      throw new Error(`the command ended with ${code} before it was ready:\n${err}`)
    })
    over.catch(() => {})
    while (!out.includes(text)) await Promise.race([once(child.stdout, 'data'), over])
  }
  return { child, out: () => out, err: () => err, printed, ended }
}

export function argumentsOf({ deck, data, port = 0, flags = [] }: AmphiParts): string[] {
  return [deck, '--json', '--no-open', '--port', String(port), '--host', '127.0.0.1', '--data', data, ...flags]
}

export async function startAmphi(parts: AmphiParts): Promise<Amphi> {
  const { child, out, err, printed, ended } = runAmphi(argumentsOf(parts))
  await printed('\n')
  const facts: Facts = JSON.parse(out())
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return {
    facts,
    origin: new URL(facts.join).origin,
    logs: err,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** A server of its own for a deck given as text, in a folder that goes away with it. */
export interface Served extends Amphi {
  /** Holds `deck/deck.md` and `data`. */
  folder: string
  end(): Promise<void>
}

/** @param files beside the deck, by name */
export async function serve(
  markdown: string,
  files: Record<string, string> = {},
  start: typeof startAmphi = startAmphi,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  for (const [name, content] of Object.entries({ 'deck.md': markdown, ...files })) {
    const file = join(folder, 'deck', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  const amphi = await start({ deck: join(folder, 'deck', 'deck.md'), data: join(folder, 'data') })
  const end = async () => {
    await amphi.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...amphi, folder, end }
}

/** Resolves with the first view; a disconnected client reconnects by itself, with its token. */
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
