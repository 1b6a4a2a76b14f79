/** The processes of a benchmark: each is started, asked, and ended here. */
import { type ChildProcess, type ForkOptions, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Done, Task } from './students.ts'

/** What a server has used since it started, in ms, and what it holds, in bytes. */
export interface Usage {
  cpu: number
  rss: number
}

export interface Students {
  do(task: Task): Promise<Done>
}

export interface Reference {
  url: string
  usage(): Promise<Usage>
}

export interface Amphi {
  origin: string
  code: string
  key: string
  usage(): Promise<Usage>
}

const OPTIONS: ForkOptions = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }

export function startStudents(stop: AbortSignal): Students {
  const child = fork(join(import.meta.dirname, 'students.ts'), { ...OPTIONS, signal: stop, killSignal: 'SIGKILL' })
  const ask = asker<{ id: number; task: Task }, Done>(child)
  return { do: task => ask(id => ({ id, task })) }
}

export async function startReference(stop: AbortSignal): Promise<Reference> {
  const child = fork(join(import.meta.dirname, 'reference.ts'), { ...OPTIONS, signal: stop, killSignal: 'SIGKILL' })
  const ask = asker<number, Usage>(child)
  const [{ port }] = await once(child, 'message')
  return { url: `ws://127.0.0.1:${port}`, usage: () => ask(id => id) }
}

/** Our server as a user starts it, with a data folder of its own. */
export async function startAmphi(deck: string, data: string, flags: string[], stop: AbortSignal): Promise<Amphi> {
  const main = join(import.meta.dirname, '../../server/main.ts')
  const args = [...flags, main, deck, '--json', '--no-open', '--port', '0', '--host', '127.0.0.1', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], signal: stop })
  child.on('error', () => {})
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${code} before it was ready`)
  })
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exited])
  exited.catch(() => {})
  const { code, key, join: url } = JSON.parse(line)
  const { origin } = new URL(url)
  return {
    origin,
    code,
    key,
    async usage() {
      const text = await (await fetch(`${origin}/metrics`)).text()
      return {
        cpu: 1_000 * metric(text, 'process_cpu_seconds_total'),
        rss: metric(text, 'process_resident_memory_bytes'),
      }
    },
  }
}

function metric(text: string, name: string): number {
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]
  if (value === undefined) throw new Error(`/metrics does not say ${name}`)
  return Number(value)
}

/** Sends requests with a number and gives each the answer with the same number. */
function asker<Q extends object | number, A>(child: ChildProcess): (request: (id: number) => Q) => Promise<A> {
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
