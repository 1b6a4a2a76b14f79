/** The log in one SQLite file: what a teacher's laptop uses. */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Commit, type Log, LogError, NotSaved } from './log.ts'

const FILE = 'amphi.db'

/** Number of the file's format, kept in `user_version`. */
const FORMAT = 1

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

type Follower = (commit: Commit) => void

/**
 * Opens the log in `folder`, which is made when it is missing, and keeps every other process out of it until `close`.
 * @param onError told when a follower throws; the commit stands and the other followers get it
 * @throws {LogError} when the folder or the file cannot be used
 */
export function openSqlite(folder: string, onError: (error: unknown) => void = console.error): Log {
  const file = join(folder, FILE)
  makeFile(folder, file)
  const db = openDatabase(folder, file)
  const followers = new Map<string, Set<Follower>>()

  const insert = db.prepare(
    `INSERT INTO commits (lesson, version, events) SELECT :code, :version, :events
     WHERE :version = 1 + (SELECT coalesce(max(version), 0) FROM commits WHERE lesson = :code)`,
  )
  const after = db.prepare('SELECT version, events FROM commits WHERE lesson = ? AND version > ? ORDER BY version')
  // Without being told, SQLite reads every commit there is, only to have the first ones in order.
  const ends = db.prepare(
    `SELECT first.lesson, first.events AS firstEvents, last.version, last.events FROM commits AS first INDEXED BY firsts
     JOIN commits AS last ON last.lesson = first.lesson
       AND last.version = (SELECT max(version) FROM commits WHERE lesson = first.lesson)
     WHERE first.version = 1 ORDER BY first.rowid DESC`,
  )

  function deliver(code: string, commit: Commit) {
    const current = followers.get(code)
    for (const follower of [...(current ?? [])]) {
      if (!current?.has(follower)) continue
      try {
        follower(commit)
      } catch (error) {
        onError(error)
      }
    }
  }

  return {
    async append(code, version, events) {
      // Lets a follower append: its commit then comes after the one that it is being told of, for every follower.
      await null
      if (!write(() => insert.run({ code, version, events: JSON.stringify(events) }).changes)) return false
      deliver(code, { version, events })
      return true
    },

    async follow(code, from, onCommit) {
      const follower: Follower = commit => onCommit(commit)
      for (const row of after.iterate(code, from)) onCommit(commitOf(row.version, row.events))
      const others = followers.get(code) ?? new Set()
      followers.set(code, others.add(follower))
      return () => {
        if (others.delete(follower) && others.size === 0) followers.delete(code)
      }
    },

    async lessons() {
      return ends.all().map(row => ({
        code: String(row.lesson),
        first: commitOf(1, row.firstEvents),
        last: commitOf(row.version, row.events),
      }))
    },

    async close() {
      followers.clear()
      // Closing the last connection moves the write-ahead log into the file.
      if (db.isOpen) db.close()
    },
  }
}

/** Makes the folder and the file, for their owner only. */
function makeFile(folder: string, file: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'ax', 0o600))
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    // A file that exists is not touched: closing it here would drop the lock that this process may hold on it.
    if (code === 'EEXIST' && syscall === 'open') return
    throw unwritable(folder, message, error)
  }
}

function openDatabase(folder: string, file: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file)
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    if (db.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') throw damaged(file)
    const format = Number(db.prepare('PRAGMA user_version').get()?.user_version)
    if (format > FORMAT) {
      throw new LogError(
        `${file} was written by a newer Amphi (format ${format}; this one reads up to ${FORMAT}); use that version, or give this one its own data folder with --data`,
      )
    }
    if (format < FORMAT) create(db)
    return db
  } catch (error) {
    db?.close()
    if (error instanceof LogError) throw error
    throw explained(folder, file, error)
  }
}

function create(db: DatabaseSync) {
  db.exec(`BEGIN;
    CREATE TABLE commits (
      lesson TEXT NOT NULL, version INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (lesson, version)
    ) STRICT;
    CREATE INDEX firsts ON commits (lesson) WHERE version = 1;
    PRAGMA user_version = ${FORMAT};
    COMMIT`)
}

function explained(folder: string, file: string, error: unknown): unknown {
  const code = resultCode(error)
  if (code === BUSY) {
    return new LogError(
      `another Amphi uses this data folder (${folder}); stop it, or give this one its own with --data`,
      { cause: error },
    )
  }
  if (code === NOTADB || code === CORRUPT) return damaged(file, error)
  if (isStorage(code)) return unwritable(folder, (error as Error).message, error)
  return error
}

const damaged = (file: string, cause?: unknown) =>
  new LogError(
    `${file} is damaged and cannot be read safely; move it away (keep it, with ${FILE}-wal beside it, if you need its answers), or give Amphi another data folder with --data`,
    { cause },
  )

const unwritable = (folder: string, why: string, cause: unknown) =>
  new LogError(
    `cannot write in the data folder ${folder} (${why}); make it writable, or give Amphi another one with --data`,
    { cause },
  )

/** Runs one write, and says so in the interface's own words when the storage does not take it. SQLite has undone it then. */
function write<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (isStorage(resultCode(error))) throw new NotSaved((error as Error).message, { cause: error })
    throw error
  }
}

const isStorage = (code: number) => [FULL, READONLY, IOERR, CANTOPEN].includes(code)

/** The primary result code, which is the low byte of the extended one; 0 when the error is not SQLite's. */
const resultCode = (error: unknown) => ((error as { errcode?: number }).errcode ?? 0) & 0xff

function commitOf(version: unknown, events: unknown): Commit {
  return { version: Number(version), events: JSON.parse(String(events)) }
}
