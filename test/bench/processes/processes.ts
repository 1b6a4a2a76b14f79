/** Starts, queries and ends the processes of a benchmark. */
import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { PROTOCOL } from '../../../server/wire/protocol.ts'
import type { Memory, Question, Usage } from './gauge.ts'
import type { Done, Task } from './students.ts'

export interface Students {
  do(task: Task): Promise<Done>
}

/** A server's own account of itself. */
export interface Gauge {
  usage(): Promise<Usage>
  memory(): Promise<Memory>
  /** The same with whatever garbage there is. */
  size(): Promise<Memory>
}

export interface Reference extends Gauge {
  url: string
}

export interface Amphi extends Gauge {
  origin: string
  /** Where raw WebSockets connect to. */
  sockets: string
  code: string
  key: string
  /** Kills it, like a power cut. */
  kill(): Promise<void>
}

export interface AmphiParts {
  deck: string
  /** The data folder. */
  data: string
  /** Node's own. */
  flags?: string[]
  /** Any free one when left out. */
  port?: number
}

const OPTIONS: ForkOptions = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }
const GAUGED = ['--expose-gc', '--import', pathToFileURL(join(import.meta.dirname, 'gauge.ts')).href]

export function startStudents(stop: AbortSignal): Students {
  const child = fork(join(import.meta.dirname, 'students.ts'), { ...OPTIONS, signal: stop, killSignal: 'SIGKILL' })
  const ask = asker<{ id: number; task: Task }, Done>(child)
  return { do: task => ask(id => ({ id, task })) }
}

export async function startReference(stop: AbortSignal): Promise<Reference> {
  const child = fork(join(import.meta.dirname, 'reference.ts'), {
    ...OPTIONS,
    execArgv: GAUGED,
    signal: stop,
    killSignal: 'SIGKILL',
  })
  const [{ port }] = await once(child, 'message')
  return { url: `ws://127.0.0.1:${port}`, ...gauge(child) }
}

/** Starts our server as a user does; resolves once it is ready. */
export async function startAmphi({ deck, data, flags = [], port = 0 }: AmphiParts, stop: AbortSignal): Promise<Amphi> {
  const main = join(import.meta.dirname, '../../../server/main.ts')
  const own = ['--json', '--no-open', '--port', String(port), '--host', '127.0.0.1', '--data', data]
  const child = spawn(process.execPath, [...GAUGED, ...flags, main, deck, ...own], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    signal: stop,
  })
  child.on('error', () => {})
  const exited = once(child, 'exit')
  const early = exited.then(([code]) => {
    throw new Error(`the server ended with ${code} before it was ready`)
  })
  if (!child.stdout) throw new Error('the server has no output')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), early])
  early.catch(() => {})
  const { code, key, join: url } = JSON.parse(line)
  const { origin } = new URL(url)
  return {
    origin,
    sockets: `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    code,
    key,
    ...gauge(child),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function gauge(child: ChildProcess): Gauge {
  const ask = asker<{ id: number; ask: Question }, Usage & Memory>(child)
  const about = (question: Question) => () => ask(id => ({ id, ask: question }))
  return { usage: about('usage'), memory: about('memory'), size: about('size') }
}

export function handshake({ code, key }: Amphi, role: 'student' | 'presenter'): object {
  return { protocol: PROTOCOL, code, role, ...(role === 'presenter' && { token: key }) }
}

/** Sends requests with a number and gives each the answer with the same number. */
function asker<Q extends object, A>(child: ChildProcess): (request: (id: number) => Q) => Promise<A> {
  const waiting = new Map<number, { resolve: (answer: A) => void; reject: (error: Error) => void }>()
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
  }
  let last = 0
  child.on('message', ({ id, done, error }: { id: number; done: A; error?: string }) => {
    if (error === undefined) waiting.get(id)?.resolve(done)
    else waiting.get(id)?.reject(new Error(error))
    waiting.delete(id)
  })
  child.on('error', fail)
  child.on('exit', () => fail(new Error('a process of the benchmark has ended')))
  return request =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      child.send(request(last))
    })
}
