/** The SQLite file of a data folder: how it is made, brought up to date and checked, and what its errors mean to people. */
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DamagedLog, LogError, NotSaved } from './log.ts'

export const DATABASE_FILE = 'amphi.db'

/** What leads from each format of the file to the next; its number is kept in `user_version`. */
const MIGRATIONS = [
  `CREATE TABLE commits (
    lesson TEXT NOT NULL, version INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (lesson, version)
  ) STRICT;
  CREATE INDEX firsts ON commits (lesson) WHERE version = 1;`,
  // How far a lesson goes tells whether its last commits are still there. Older ones have no checksum.
  `ALTER TABLE commits ADD COLUMN checksum INTEGER;
  CREATE TABLE lessons (lesson TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
  INSERT INTO lessons SELECT lesson, max(version) FROM commits GROUP BY lesson;
  CREATE TRIGGER reached AFTER INSERT ON commits BEGIN
    INSERT INTO lessons VALUES (new.lesson, new.version)
      ON CONFLICT DO UPDATE SET version = max(version, excluded.version);
  END;`,
]
const FORMAT = MIGRATIONS.length

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const ERROR = 1
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/**
 * Opens the file in `folder`, which is made when it is missing, and keeps every other process out of it until it is closed.
 * @throws {LogError} when the folder or the file cannot be used
 */
export function openFile(folder: string): DatabaseSync {
  const file = join(folder, DATABASE_FILE)
  const made = makeFile(folder, file)
  let db: DatabaseSync | undefined
  try {
    const emptied = !made && statSync(file).size === 0
    db = new DatabaseSync(file)
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    db.exec('PRAGMA secure_delete = ON')
    if (emptied || db.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok') throw damaged(file)
    migrate(db, file)
    return db
  } catch (error) {
    if (db?.isOpen) db.close()
    throw explained(folder, error)
  }
}

function migrate(db: DatabaseSync, file: string) {
  const format = Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (format > FORMAT) {
    throw new LogError(
      `${file} was written by a newer Amphi (format ${format}; this one reads up to ${FORMAT}); use that version, or give this one its own data folder with --data`,
    )
  }
  if (format === FORMAT) return
  db.exec(`BEGIN; ${MIGRATIONS.slice(format).join('\n')} PRAGMA user_version = ${FORMAT}; COMMIT`)
}

/** Makes the folder and the file, for their owner only. False when the file was there. */
function makeFile(folder: string, file: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'ax', 0o600))
    return true
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    // A file that exists is not touched: closing it here would drop the lock that this process may hold on it.
    if (code === 'EEXIST' && syscall === 'open') return false
    throw unwritable(folder, message, error)
  }
}

/** What an error of SQLite means; any other one stays what it is. */
export function explained(folder: string, error: unknown): unknown {
  const code = resultCode(error)
  if (code === BUSY) {
    return new LogError(
      `another Amphi uses this data folder (${folder}); stop it, or give this one its own with --data`,
      { cause: error },
    )
  }
  // Our own statements are right: one that fails meets a file whose tables are not ours any more.
  if ([NOTADB, CORRUPT, ERROR].includes(code)) return damaged(join(folder, DATABASE_FILE), error)
  if (isStorage(code)) return unwritable(folder, (error as Error).message, error)
  return error
}

const damaged = (file: string, cause?: unknown) =>
  new DamagedLog(
    `${file} is damaged and cannot be read safely; move it away (keep it, with ${DATABASE_FILE}-wal beside it, if you need its answers), or give Amphi another data folder with --data. Or let Amphi keep it aside: --recover goes on with all that can still be read, --new starts a new lesson`,
    { cause },
  )

const unwritable = (folder: string, why: string, cause: unknown) =>
  new LogError(
    `cannot write in the data folder ${folder} (${why}); make it writable, or give Amphi another one with --data`,
    { cause },
  )

/** Runs one write, and says so in the interface's own words when the storage does not take it. SQLite has undone it then. */
export function write<T>(run: () => T): T {
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
