/**
 * Reads decks in a process of its own, with limits: whatever a deck holds, the class that is under way does not notice.
 * Not in a thread: those share one V8, which gives up as a whole when two of them let go of compiled code at the wrong
 * moment (nodejs/node#64500).
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, loadavg } from 'node:os'
import { extname, join } from 'node:path'
import type { Deck } from '../deck.ts'
import { DeckError, error, type Mistake } from '../mistake.ts'
import type { LoadOptions } from './load.ts'

export interface Reader {
  /** One deck after the other. Throws a `DeckError` as `load` does, and for a deck that costs too much time or memory. */
  read(file: string, options: LoadOptions): Promise<Deck>
  close(): Promise<void>
}

/** What the process is asked, and what it answers. */
export interface Request {
  file: string
  options: LoadOptions
}
export type ReaderAnswer = { deck: Deck } | { mistakes: Mistake[] } | { bug: unknown }
/** What the process says once its modules are loaded: the time for a deck counts from there. */
export const READY = 'ready'

export interface Limits {
  /** Ms for one deck, on a machine that has nothing else to do. */
  timeout: number
  memoryMb: number
  /** By how much this machine is slowed down at the moment; at least 1. */
  strain: () => number
}

const LIMITS: Limits = { timeout: 5_000, memoryMb: 1_024, strain }

const ENDLESS = 'correct a preprocessor or separator that never ends, or split the deck into several'

const PROCESS = join(import.meta.dirname, `worker${extname(import.meta.filename)}`)

export function createReader(limits: Partial<Limits> = {}): Reader {
  const { timeout, memoryMb, strain } = { ...LIMITS, ...limits }
  // Its modules load while the caller does other things.
  let worker: Promise<ChildProcess> | undefined = start()
  let last: Promise<unknown> = Promise.resolve()

  async function ask(request: Request): Promise<Deck> {
    worker ??= start()
    const child = await worker
    const patience = AbortSignal.timeout(Math.ceil(timeout * strain()))
    child.send(request)
    const answer = await heard(child, patience)
    if (answer && 'deck' in answer) return answer.deck
    if (answer && 'mistakes' in answer) throw new DeckError(answer.mistakes)
    if (answer) throw answer.bug
    await stop()
    throw new DeckError([error(1, patience.aborted ? tooLong : ended(child))])
  }

  const tooLong = `the deck takes longer than ${timeout / 1_000} s to read; ${ENDLESS}`

  /** V8 aborts when its memory is used up. */
  const ended = ({ signalCode }: ChildProcess) =>
    signalCode === 'SIGABRT' || signalCode === 'SIGTRAP'
      ? `the deck takes more than ${memoryMb} MB of memory to read; split it into several decks`
      : "the deck's preprocessor ended the reading; correct it"

  function start(): Promise<ChildProcess> {
    const child = fork(PROCESS, {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const started = heard(child).then(() => child)
    child.once('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }

  async function stop() {
    const stopped = worker
    worker = undefined
    const child = await stopped
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  return {
    read(file, options) {
      const reading = last.then(() => ask({ file, options }))
      last = reading.catch(() => {})
      return reading
    },
    close: stop,
  }
}

/** The most that a busy machine extends the time. */
const MOST_STRAIN = 10

/** How many processes wanted each processor in the last minute; always 1 on Windows, which does not tell. */
function strain(): number {
  const [wanting = 0] = loadavg()
  return Math.min(MOST_STRAIN, Math.max(1, wanting / availableParallelism()))
}

/** The next message; undefined when the process ends first, or the signal is aborted. */
async function heard(child: ChildProcess, signal?: AbortSignal): Promise<ReaderAnswer | undefined> {
  const settled = new AbortController()
  const either = { signal: signal ? AbortSignal.any([signal, settled.signal]) : settled.signal }
  try {
    const message = once(child, 'message', either).then(([answer]) => answer as ReaderAnswer)
    const exit = once(child, 'exit', either).then(() => undefined)
    exit.catch(() => {})
    message.catch(() => {})
    return await Promise.race([message, exit])
  } catch {
    return undefined
  } finally {
    settled.abort()
  }
}
