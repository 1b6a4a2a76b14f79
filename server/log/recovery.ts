/** A damaged SQLite file is put aside, whole, and another one begun with what can still be trusted. */
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type CommitRow, commitOf, rowOf } from './commit-row.ts'
import { LAST_SAVE_FILE } from './last-save.ts'
import { type Commit, DamagedLesson, DamagedLog } from './log.ts'
import { DATABASE_FILE, openFile } from './sqlite-file.ts'

/** Says in a clause what is wrong with the next event of a lesson; undefined when it fits those before it. */
type Check = (event: Commit['events'][number]) => string | undefined

export interface Recovery {
  /** Where the damaged file is. */
  aside: string
  /** Lessons of which something is lost; `kept` is their last version that is left, 0 for none. */
  shortened: { code: string; kept: number }[]
  /** Lessons of which nothing is known to be lost. */
  whole: number
}

interface FoundRow extends CommitRow {
  lesson: string
}

/**
 * Every lesson up to its last good commit, in a new file.
 * @param check made anew for each lesson
 * @param suffix of the file that is put aside
 * @returns undefined when nothing is damaged, and nothing has been changed
 * @throws {LogError} when the folder cannot be used
 */
export function recover(folder: string, check: () => Check, suffix: string): Recovery | undefined {
  if (!existsSync(join(folder, DATABASE_FILE))) return undefined
  const { rows, reached, intact } = readAll(folder)
  const lessons = [...Map.groupBy(rows.values(), ({ lesson }) => lesson)].map(([code, found]) => {
    const commits = goodCommits(code, found, check())
    return { code, commits, lost: commits.length < Math.max(found.length, reached.get(code) ?? 0) }
  })
  const gone = [...reached.keys()].filter(code => !lessons.some(lesson => lesson.code === code))
  if (intact && gone.length === 0 && !lessons.some(({ lost }) => lost)) return undefined

  const aside = putAside(folder, suffix)
  const db = openFile(folder)
  try {
    const insert = db.prepare('INSERT INTO commits (lesson, version, events, checksum) VALUES (?, ?, ?, ?)')
    db.exec('BEGIN')
    for (const { code, commits } of lessons) {
      for (const { version, events, checksum } of commits.map(commit => rowOf(code, commit))) {
        insert.run(code, version, events, checksum)
      }
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
  const shortened = lessons.filter(({ lost }) => lost).map(({ code, commits }) => ({ code, kept: commits.length }))
  return {
    aside,
    shortened: [...shortened, ...gone.map(code => ({ code, kept: 0 }))],
    whole: lessons.length - shortened.length,
  }
}

/** Moves the file and what belongs to it out of the way. @returns where it is */
export function putAside(folder: string, suffix: string): string {
  const file = join(folder, DATABASE_FILE)
  const aside = `${file}.${suffix}`
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) renameSync(file + end, aside + end)
  if (existsSync(join(folder, LAST_SAVE_FILE))) renameSync(join(folder, LAST_SAVE_FILE), `${aside}-last`)
  return aside
}

function goodCommits(code: string, rows: FoundRow[], check: Check): Commit[] {
  const byVersion = new Map(rows.map(row => [row.version, row]))
  const commits: Commit[] = []
  for (let row = byVersion.get(1); row; row = byVersion.get(commits.length + 1)) {
    const commit = attempt(() => commitOf(code, row as CommitRow))
    if (!commit || commit.events.some(event => check(event) !== undefined)) break
    commits.push(commit)
  }
  return commits
}

/** All rows that can be read, in their order; by table and not by index, from both ends, since either may be broken. */
function readAll(folder: string): { rows: Map<number, FoundRow>; reached: Map<string, number>; intact: boolean } {
  const rows = new Map<number, FoundRow>()
  const reached = new Map<string, number>()
  const { db, intact } = openAnyway(folder)
  try {
    const read = (order: string) => () => {
      for (const row of db.prepare(`SELECT rowid, * FROM commits NOT INDEXED ORDER BY rowid ${order}`).iterate()) {
        const { rowid, checksum = null, ...found } = row
        rows.set(Number(rowid), { ...found, checksum } as unknown as FoundRow)
      }
      return true
    }
    if (!attempt(read('ASC'))) attempt(read('DESC'))
    attempt(() => {
      for (const { lesson, version } of db.prepare('SELECT lesson, version FROM lessons').iterate())
        reached.set(String(lesson), Number(version))
    })
  } finally {
    attempt(() => db.close())
  }
  return { rows: new Map([...rows].sort(([a], [b]) => a - b)), reached, intact }
}

function openAnyway(folder: string): { db: DatabaseSync; intact: boolean } {
  try {
    return { db: openFile(folder), intact: true }
  } catch (error) {
    if (!(error instanceof DamagedLog)) throw error
    return { db: new DatabaseSync(join(folder, DATABASE_FILE)), intact: false }
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    const isDamage = error instanceof DamagedLesson || (error as { code?: string }).code === 'ERR_SQLITE_ERROR'
    if (isDamage) return undefined
    throw error
  }
}
