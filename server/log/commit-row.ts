/** A commit as a row: its events as JSON, with a checksum that tells whether they are still what was written, in that place. */
import { crc32 } from 'node:zlib'
import type { LessonEvent } from '../lesson/lesson.ts'
import { shapeError } from './event-shape.ts'
import { type Commit, DamagedLesson } from './log.ts'

export interface CommitRow {
  version: number
  events: string
  /** Absent where no checksum was kept (format 1). */
  checksum: number | null
}

export function rowOf(code: string, { version, events }: Commit): CommitRow & { checksum: number } {
  const text = JSON.stringify(events)
  return { version, events: text, checksum: checksumOf(code, version, text) }
}

/** @throws {DamagedLesson} when the row is not the commit that was written after the one before it */
export function commitOf(code: string, { version, events: text, checksum }: CommitRow): Commit {
  const damaged = (why: string) => new DamagedLesson(code, version - 1, `save ${version} ${why}`)
  if (checksum !== null && checksum !== checksumOf(code, version, text)) throw damaged('is not as it was written')
  const events = read(text)
  const wrong = shapeError(events)
  if (wrong === undefined) return { version, events: events as LessonEvent[] }
  throw damaged(wrong ? `holds an event that this Amphi cannot read (${wrong})` : 'cannot be read')
}

/** Of lesson and version too, so that no other row passes for this one. */
const checksumOf = (code: string, version: number, text: string) => crc32(text, crc32(`${code} ${version} `))

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
