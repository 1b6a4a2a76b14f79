/** Reads decks in a thread of its own, with limits: whatever a deck holds, the class that is under way does not notice. */
import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Deck, DeckError, error, type Mistake } from './deck.ts'
import type { LoadOptions } from './load.ts'

export interface Reader {
  /** One deck after the other. Throws a `DeckError` as `load` does, and for a deck that costs too much time or memory. */
  read(file: string, options: LoadOptions): Promise<Deck>
  close(): Promise<void>
}

/** What the thread is asked, and what it answers. */
export interface Request {
  file: string
  options: LoadOptions
}
export type Answer = { deck: Deck } | { mistakes: Mistake[] } | { bug: unknown }
/** What the thread says once its modules are in: the time for a deck counts from there. */
export const READY = 'ready'

export interface Limits {
  /** Ms for one deck. */
  timeout: number
  memoryMb: number
}

const LIMITS: Limits = { timeout: 5_000, memoryMb: 1_024 }

const ENDLESS = 'correct a preprocessor or separator that never ends, or split the deck into several'

const THREAD = new URL(`worker${extname(import.meta.filename)}`, import.meta.url)

export function createReader(limits: Partial<Limits> = {}): Reader {
  const { timeout, memoryMb } = { ...LIMITS, ...limits }
  // Its modules load while the caller does other things.
  let worker: Promise<Worker> | undefined = start()
  let last: Promise<unknown> = Promise.resolve()

  async function ask(request: Request): Promise<Deck> {
    worker ??= start()
    const thread = await worker
    thread.ref()
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), timeout)
    let bug: unknown
    try {
      thread.postMessage(request)
      const [answer]: [Answer] = (await once(thread, 'message', { signal: patience.signal })) as [Answer]
      if ('deck' in answer) return answer.deck
      if ('mistakes' in answer) throw new DeckError(answer.mistakes)
      bug = answer.bug
      throw bug
    } catch (cause) {
      if (cause instanceof DeckError || cause === bug) throw cause
      await stop()
      throw new DeckError([error(1, limitOf(cause, patience.signal.aborted))])
    } finally {
      clearTimeout(timer)
      thread.unref()
    }
  }

  function start(): Promise<Worker> {
    const thread = new Worker(THREAD, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const started = once(thread, 'message').then(() => thread)
    const gone = () => {
      if (worker === started) worker = undefined
    }
    thread.on('exit', gone)
    // What a preprocessor does after its time ends its thread, and nothing else.
    thread.on('error', gone)
    // Whoever asks hears of it.
    started.catch(gone)
    return started
  }

  async function stop() {
    const stopped = worker
    worker = undefined
    await (await stopped)?.terminate()
  }

  function limitOf(cause: unknown, timedOut: boolean): string {
    if (timedOut) return `the deck takes longer than ${timeout / 1_000} s to read; ${ENDLESS}`
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return `the deck takes more than ${memoryMb} MB of memory to read; split it into several decks`
    return `the deck's preprocessor failed: ${cause instanceof Error ? cause.message : String(cause)}; correct it`
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
