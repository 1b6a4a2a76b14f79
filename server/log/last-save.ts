/**
 * What was saved last, in a small file beside the database while that is open. A write-ahead log that lost its end, or
 * was not copied along, reads as if nothing had been there; this tells.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE } from './sqlite-file.ts'

export interface Saved {
  code: string
  version: number
}

export interface LastSave {
  /** What the file said as it was opened; undefined after a clean end, and where it cannot be read. */
  readonly before: Saved | undefined
  /** Not synced, since it may lag behind, and no error when it cannot be written. Undefined takes back what was noted. */
  note(saved: Saved | undefined): void
  /** To be called when the database itself holds everything. */
  remove(): void
}

export const LAST_SAVE_FILE = `${DATABASE_FILE}-last`

/** In bytes. All lines have it, so that each overwrites the one before. */
const LENGTH = 32

export function openLastSave(folder: string): LastSave {
  const file = join(folder, LAST_SAVE_FILE)
  const before = read(file)
  const descriptor = attempt(() => openSync(file, before ? 'r+' : 'w', 0o600))
  return {
    before,
    note: saved => {
      const line = saved ? `${saved.code} ${saved.version}` : ''
      if (descriptor !== undefined) attempt(() => writeSync(descriptor, `${line.padEnd(LENGTH - 1)}\n`, 0))
    },
    remove() {
      if (descriptor !== undefined) attempt(() => closeSync(descriptor))
      attempt(() => rmSync(file, { force: true }))
    },
  }
}

function read(file: string): Saved | undefined {
  const [, code, version] = /^(\S+) (\d+) *\n/.exec(attempt(() => readFileSync(file, 'utf8')) ?? '') ?? []
  return code === undefined ? undefined : { code, version: Number(version) }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
