/** A deck in a folder on this disk, whose files are watched. */
import { join, resolve } from 'node:path'
import { type Deck, filesOf } from '../deck.ts'
import { DeckError } from '../mistake.ts'
import { placeOf, servedFile } from './disk.ts'
import type { LoadOptions } from './load.ts'
import type { Reader } from './reader.ts'
import { settingsFiles } from './settings-files.ts'
import type { DeckSource, Edit } from './source.ts'
import { watchFiles } from './watch.ts'

export interface FolderParts {
  /** Absolute path of the deck's file. */
  file: string
  options: LoadOptions
  reader: Reader
  /** Without it no edit is noticed. */
  watched: boolean
  onError: (error: unknown) => void
}

export function folderSource({ file, options, reader, watched, onError }: FolderParts): DeckSource {
  const place = placeOf(file, options.folder)
  const read = () => reader.read(file, options)

  return {
    read,
    file: path => servedFile(place.folder, path),
    follow(deck, onEdit) {
      if (!watched) return () => {}
      const watch = watchFiles(() => void update().catch(onError), onError)
      let stopped = false
      watch.set(partsOf(deck))

      async function update() {
        const edit = await latest()
        if (stopped) return
        if ('deck' in edit) watch.set(partsOf(edit.deck))
        await onEdit(edit)
      }

      return () => {
        stopped = true
        watch.stop()
      }
    },
  }

  async function latest(): Promise<Edit> {
    try {
      const deck = await read()
      return deck.mistakes.some(({ level }) => level === 'error') ? { mistakes: deck.mistakes } : { deck }
    } catch (cause) {
      if (!(cause instanceof DeckError)) throw cause
      return { mistakes: cause.mistakes }
    }
  }

  /** Every file that the deck is made of, with what it shows: a picture that changes has another address. */
  function partsOf({ css, slides }: Deck): string[] {
    const preprocessor = options.flags?.preprocessor
    const shown = [...css.flatMap(({ path, assets }) => [path, ...assets]), ...slides.flat().flatMap(filesOf)]
    const beside = shown.filter(name => !/^[a-z]+:/i.test(name)).map(path => join(place.folder, path))
    return [file, ...settingsFiles(place), ...beside, ...(preprocessor ? [resolve(place.folder, preprocessor)] : [])]
  }
}
