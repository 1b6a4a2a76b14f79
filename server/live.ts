/** Keeps a lesson's deck as its file is: what is saved is shown, and what cannot be shown is told to the presenter. */
import { dirname, resolve } from 'node:path'
import { type Deck, DeckError, type Mistake } from './deck/deck.ts'
import type { LoadOptions } from './deck/load.ts'
import type { Reader } from './deck/reader.ts'
import type { Room } from './room.ts'
import { watchFiles } from './watch.ts'

export interface LiveParts {
  /** Absolute path. */
  file: string
  options: LoadOptions
  reader: Reader
  room: Room
  /** For the person at the terminal. */
  tell: (mistakes: Mistake[]) => void
  onError: (error: unknown) => void
}

/** Settings that lie beside a deck. */
const BESIDE = ['reveal-md.json', 'reveal.json']

/** Returns what stops it. */
export function followFile({ file, options, reader, room, tell, onError }: LiveParts): () => void {
  const folder = dirname(file)
  let stop = watch(room.deck)
  let stopped = false

  function watch({ css }: Deck) {
    const preprocessor = options.flags?.preprocessor
    const others = [...BESIDE, ...css.map(({ path }) => path), ...(preprocessor ? [preprocessor] : [])]
    return watchFiles([file, ...others.map(path => resolve(folder, path))], () => void update().catch(onError), onError)
  }

  async function update(): Promise<void> {
    const deck = await reader.read(file, options).catch((cause: unknown) => {
      if (!(cause instanceof DeckError)) throw cause
      tell(cause.mistakes)
      room.reject(cause.mistakes)
    })
    if (!deck) return
    tell(deck.mistakes)
    if (deck.mistakes.some(({ level }) => level === 'error')) return room.reject(deck.mistakes)
    await room.revise(deck)
    if (stopped) return
    stop()
    stop = watch(deck)
  }

  return () => {
    stopped = true
    stop()
  }
}
