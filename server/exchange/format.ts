/** Formats of question files: how to detect, read and write each. */
import type { FileInfo, Item, Readable, ReadResult, Writable, WriteResult } from './question-item.ts'
import { readAiken } from './read/aiken.ts'
import { readAmc } from './read/amc.ts'
import { readGift } from './read/gift.ts'
import { writeAiken } from './write/aiken.ts'
import { writeAmc } from './write/amc.ts'
import { writeGift } from './write/gift.ts'
import { writeMoodle } from './write/moodle.ts'

/** @param words for "true" and "false" */
export const readers: Record<Readable, (text: string, words: readonly [yes: string, no: string]) => ReadResult> = {
  gift: readGift,
  aiken: readAiken,
  amc: readAmc,
}

export const writers: Record<Writable, (items: Item[], about: FileInfo) => WriteResult> = {
  gift: writeGift,
  aiken: writeAiken,
  amc: writeAmc,
  'moodle-xml': writeMoodle,
}

/** From the file's name, else from its lines; undefined when no format fits. */
export function formatOf(file: string, text: string): Readable | undefined {
  if (/\.gift(?:\.txt)?$/i.test(file)) return 'gift'
  if (/\.(?:aiken|aik)(?:\.txt)?$/i.test(file)) return 'aiken'
  if (/\.amc(?:\.txt)?$/i.test(file)) return 'amc'
  if (/^\s*ANSWER\s*:/im.test(text) && /^\s*[A-Z][.)]\s/m.test(text)) return 'aiken'
  if (/^\s*\*{1,2}[^*]/m.test(text) && /^\s*\+/m.test(text) && !/^\s*::/m.test(text)) return 'amc'
  if (/\{[^}]*\}|^\s*::|^\s*\$CATEGORY:/m.test(text)) return 'gift'
  if (/^\s*\*{1,2}[^*]/m.test(text)) return 'amc'
  return /^\s*[A-Z][.)]\s/m.test(text) ? 'aiken' : undefined
}
