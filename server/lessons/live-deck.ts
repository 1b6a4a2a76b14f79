/** Keeps a lesson's deck as its file is: what is saved is shown, and what cannot be shown is told to the presenter. */
import { join, resolve } from 'node:path'
import { type Deck, DeckError, filesOf, type Mistake } from '../deck/deck.ts'
import { placeOf } from '../deck/source/disk.ts'
import type { LoadOptions } from '../deck/source/load.ts'
import type { Reader } from '../deck/source/reader.ts'
import { settingsFiles } from '../deck/source/settings-files.ts'
import { watchFiles } from '../deck/source/watch.ts'
import type { Room } from './room.ts'

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

/** Returns what stops it. */
export function followFile({ file, options, reader, room, tell, onError }: LiveParts): () => void {
  const place = placeOf(file, options.folder)
  let stop = watch(room.deck)
  let stopped = false

  /** With what is shown: a picture that changes has another address. */
  function watch({ css, slides }: Deck) {
    const preprocessor = options.flags?.preprocessor
    const shown = new Set([...css.flatMap(({ path, assets }) => [path, ...assets]), ...slides.flat().flatMap(filesOf)])
    const beside = [...shown].filter(name => !/^[a-z]+:/i.test(name)).map(path => join(place.folder, path))
    const all = [
      file,
      ...settingsFiles(place),
      ...beside,
      ...(preprocessor ? [resolve(place.folder, preprocessor)] : []),
    ]
    return watchFiles(all, () => void update().catch(onError), onError)
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
