/** What can happen to the file of a log, and what a server makes of the file afterwards. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { readLesson } from '../../server/lessons/lesson-of-deck.ts'
import { LogError } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { CODES, type Files } from './class.ts'

export type Harm = (folder: string) => void

export async function harmed<T>(files: Files, harm: Harm, look: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-harm-'))
  try {
    cpSync(files.folder, folder, { recursive: true })
    harm(folder)
    return await look(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a server makes of the file: each lesson as JSON, or why there is none; and what the person at the terminal is told. */
export async function served(folder: string): Promise<{ told: string[]; lessons: Map<string, string> }> {
  const told: string[] = []
  const lessons = new Map<string, string>()
  try {
    const log = openSqlite(folder, console.error, sentence => told.push(sentence))
    try {
      for (const listed of await log.lessons()) if ('damage' in listed) told.push(listed.damage.message)
      for (const code of CODES) {
        const lesson = await readLesson(log, code).catch(refusal)
        if (lesson) lessons.set(code, JSON.stringify(lesson))
      }
    } finally {
      await log.close()
    }
  } catch (error) {
    refusal(error)
  }
  return { told, lessons }

  function refusal(error: unknown): undefined {
    if (!(error instanceof LogError)) throw error
    told.push(error.message)
  }
}

/** Says what is wrong with what is served; undefined when all is as it should be. */
export function wrong({ states }: Files, { told, lessons }: Awaited<ReturnType<typeof served>>): string | undefined {
  for (const sentence of told) if (!/^\S.+\S$/.test(sentence) || / {4}at /.test(sentence)) return `said: ${sentence}`
  for (const code of CODES) {
    const lesson = lessons.get(code)
    const last = states.get(code)?.at(-1)
    if (lesson === last) continue
    if (lesson !== undefined && !states.get(code)?.includes(lesson)) return `${code} was never like this`
    if (told.length === 0) return `${code} is not whole, and nobody was told`
  }
  return undefined
}

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const file = fc.constantFrom('amphi.db', 'amphi.db-wal')

const bytes = (change: (content: Buffer) => Buffer | undefined): ((folder: string, name: string) => void) => {
  return (folder, name) => {
    const path = join(folder, name)
    if (!existsSync(path)) return
    const changed = change(readFileSync(path))
    if (changed) writeFileSync(path, changed)
  }
}

export function sql(statement: string): Harm {
  return folder => {
    const db = new DatabaseSync(join(folder, 'amphi.db'))
    try {
      db.exec(statement)
    } finally {
      db.close()
    }
  }
}

const flipped = fc.record({ name: file, place: part, bit: fc.nat(7) }).map(({ name, place, bit }): [string, Harm] => [
  `bit ${bit} at ${place} of ${name} flipped`,
  folder =>
    bytes(content => {
      const at = Math.floor(place * content.length)
      content[at] = (content[at] ?? 0) ^ (1 << bit)
      return content
    })(folder, name),
])
const filled = fc
  .record({ name: file, place: part, length: fc.integer({ min: 8, max: 9_000 }), byte: fc.constantFrom(0, 0x20, 0xff) })
  .map(({ name, place, length, byte }): [string, Harm] => [
    `${length} bytes at ${place} of ${name} filled with ${byte}`,
    folder => bytes(content => content.fill(byte, Math.floor(place * content.length)).subarray(0))(folder, name),
  ])
const cut = fc.record({ name: file, place: part }).map(({ name, place }): [string, Harm] => [
  `${name} cut at ${place}`,
  folder => {
    const path = join(folder, name)
    if (existsSync(path)) truncateSync(path, Math.floor(place * readFileSync(path).length))
  },
])
const code = fc.constantFrom(...CODES)
const version = fc.integer({ min: 1, max: 60 })
const row = fc.record({ code, version }).chain(({ code, version }) => {
  const here = `lesson = '${code}' AND version = ${version}`
  const statements = [
    `DELETE FROM commits WHERE ${here}`,
    `DELETE FROM commits WHERE lesson = '${code}' AND version >= ${version}`,
    `DELETE FROM lessons WHERE lesson = '${code}'`,
    `UPDATE commits SET events = replace(events, '[1]', '[0]') WHERE ${here}`,
    `UPDATE commits SET events = replace(events, '1', '2') WHERE ${here}`,
    `UPDATE commits SET events = substr(events, 1, length(events) / 2) WHERE ${here}`,
    `UPDATE commits SET version = version + 100 WHERE ${here}`,
    `UPDATE commits SET lesson = '999999' WHERE ${here}`,
    `UPDATE commits SET checksum = checksum + 1 WHERE ${here}`,
    `UPDATE commits SET events = coalesce((SELECT events FROM commits WHERE lesson = '${code}' AND version = ${version + 1}), '') WHERE ${here}`,
  ]
  return fc.constantFrom(...statements).map((statement): [string, Harm] => [statement, sql(statement)])
})
const wal: fc.Arbitrary<[string, Harm]> = fc.constant([
  'no write-ahead log',
  folder => rmSync(join(folder, 'amphi.db-wal'), { force: true }),
])
export const harm = fc.oneof(flipped, filled, cut, row, wal)
