/** Notices when a file, or one of those beside it that it is made of, is saved. */
import { existsSync, type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Ms of quiet after a change: editors write a file in several steps. */
const QUIET = 30

/**
 * Calls `changed` after each save, also by editors that put a new file in the old one's place.
 * @param files absolute paths; they need not exist yet, and where there is no folder, there is nothing to notice
 * @returns what stops it
 */
export function watchFiles(files: string[], changed: () => void, onError: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  }
  const names = new Map<string, Set<string>>()
  for (const file of files) names.set(dirname(file), (names.get(dirname(file)) ?? new Set()).add(basename(file)))
  const watchers = [...names].flatMap(([folder, wanted]): FSWatcher[] => {
    if (!existsSync(folder)) return []
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || wanted.has(name)) later()
      })
      return [watcher.on('error', onError)]
    } catch (error) {
      onError(error)
      return []
    }
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
