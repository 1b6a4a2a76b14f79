/** Notices when one of several files is saved. */
import { existsSync, type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Ms of quiet after a change: editors write a file in several steps. */
const QUIET = 30

export interface Watch {
  /**
   * Watches these files from now on; a save just before is still noticed.
   * @param files absolute paths; they need not exist yet, but in a folder that does not exist nothing is noticed
   */
  set(files: string[]): void
  stop(): void
}

/** @param changed called after each save, also by editors that put a new file in the old one's place */
export function watchFiles(changed: () => void, onError: (error: unknown) => void): Watch {
  let timer: NodeJS.Timeout | undefined
  let watchers: FSWatcher[] = []

  function later() {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }

  /** Folders are watched, since a watched file that is replaced is another file. */
  function start(folder: string, names: Set<string>): FSWatcher[] {
    if (!existsSync(folder)) return []
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || names.has(name)) later()
      })
      return [watcher.on('error', onError)]
    } catch (error) {
      onError(error)
      return []
    }
  }

  return {
    set(files) {
      const before = watchers
      const folders = Map.groupBy(files, file => dirname(file))
      watchers = [...folders].flatMap(([folder, paths]) => start(folder, new Set(paths.map(path => basename(path)))))
      // Closed last, so that events still queued by the system reach the new watchers.
      for (const watcher of before) watcher.close()
    },
    stop() {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
