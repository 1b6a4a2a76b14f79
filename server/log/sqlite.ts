/** The log in one SQLite file: what a teacher's laptop uses. */
import type { DatabaseSync } from 'node:sqlite'
import { type CommitRow, commitOf, rowOf } from './commit-row.ts'
import { openLastSave } from './last-save.ts'
import { type Commit, DamagedLesson, type Listed, type Log } from './log.ts'
import { explained, openFile, write } from './sqlite-file.ts'

type Follower = (commit: Commit) => void

/**
 * Opens the log in `folder`, which is made when it is missing, and keeps every other process out of it until `close`.
 * @param onError told when a follower throws; the commit stands and the other followers get it
 * @param onLoss told in a sentence when what was saved last is not there any more; what is there can be trusted
 * @throws {LogError} when the folder or the file cannot be used
 */
export function openSqlite(
  folder: string,
  onError: (error: unknown) => void = console.error,
  onLoss: (sentence: string) => void = console.error,
): Log {
  const db = openFile(folder)
  const followers = new Map<string, Set<Follower>>()
  const { insert, after, reached, listed, forgetCommits, forgetReached } = statements(db, folder)
  const lastSave = openLastSave(folder)
  tellLoss()

  function tellLoss() {
    const { before } = lastSave
    if (!before) return
    const here = Number(trusted(() => reached.get(before.code))?.version ?? 0)
    if (here >= before.version) return
    onLoss(
      `The end of the log is lost: lesson ${before.code} had been saved up to ${before.version}, and save ${here} is its last one here. What is here is as it was then; answers given after it are missing.`,
    )
  }

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

  /** The check at the start does not see all damage. */
  function trusted<T>(read: () => T): T {
    try {
      return read()
    } catch (error) {
      throw explained(folder, error)
    }
  }

  return {
    async append(code, version, events) {
      // Lets a follower append: its commit then comes after the one that it is being told of, for every follower.
      await null
      const row = rowOf(code, { version, events })
      if (!write(() => insert.run({ code, ...row }).changes)) return false
      lastSave.note({ code, version })
      deliver(code, { version, events })
      return true
    },

    async follow(code, from, onCommit) {
      const follower: Follower = commit => onCommit(commit)
      trusted(() => {
        let version = from
        for (const row of after.iterate(code, from)) {
          version += 1
          if (Number(row.version) > version) throw new DamagedLesson(code, version - 1, `save ${version} is missing`)
          onCommit(commitOf(code, row as unknown as CommitRow))
        }
        const end = Number(reached.get(code)?.version ?? 0)
        if (end > version) throw new DamagedLesson(code, version, `${saves(version + 1, end)} missing`)
      })
      const others = followers.get(code) ?? new Set()
      followers.set(code, others.add(follower))
      return () => {
        if (others.delete(follower) && others.size === 0) followers.delete(code)
      }
    },

    async lessons() {
      return trusted(() => listed.all()).map(row => endsOf(row as unknown as Ends))
    },

    async forget(code) {
      followers.delete(code)
      write(() => {
        db.exec('BEGIN')
        try {
          forgetCommits.run(code)
          forgetReached.run(code)
          db.exec('COMMIT')
        } catch (error) {
          if (db.isTransaction) db.exec('ROLLBACK')
          throw error
        }
        // Pages keep copies of rows that have moved within them, and the write-ahead log holds pages as they were.
        db.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
      })
      lastSave.note(undefined)
    },

    async close() {
      followers.clear()
      if (!db.isOpen) return
      // Closing the last connection moves the write-ahead log into the file.
      db.close()
      lastSave.remove()
    },
  }
}

/** @throws {DamagedLog} when the file has other tables than ours */
function statements(db: DatabaseSync, folder: string) {
  try {
    return {
      insert: db.prepare(
        `INSERT INTO commits (lesson, version, events, checksum) SELECT :code, :version, :events, :checksum
         WHERE :version = 1 + (SELECT coalesce(max(version), 0) FROM commits WHERE lesson = :code)`,
      ),
      after: db.prepare(
        'SELECT version, events, checksum FROM commits WHERE lesson = ? AND version > ? ORDER BY version',
      ),
      reached: db.prepare('SELECT version FROM lessons WHERE lesson = ?'),
      // Without the hint, SQLite reads every commit only to find the first ones in order.
      listed: db.prepare(
        `WITH known AS (SELECT lesson FROM commits INDEXED BY firsts WHERE version = 1 UNION SELECT lesson FROM lessons)
         SELECT known.lesson AS code, lessons.version AS reached,
           first.events AS firstEvents, first.checksum AS firstChecksum, last.version, last.events, last.checksum
         FROM known LEFT JOIN lessons ON lessons.lesson = known.lesson
         LEFT JOIN commits AS first ON first.lesson = known.lesson AND first.version = 1
         LEFT JOIN commits AS last ON last.lesson = known.lesson
           AND last.version = (SELECT max(version) FROM commits WHERE lesson = known.lesson)
         ORDER BY first.rowid DESC`,
      ),
      forgetCommits: db.prepare('DELETE FROM commits WHERE lesson = ?'),
      forgetReached: db.prepare('DELETE FROM lessons WHERE lesson = ?'),
    }
  } catch (error) {
    db.close()
    throw explained(folder, error)
  }
}

interface Ends extends CommitRow {
  code: string
  reached: number | null
  firstEvents: string | null
  firstChecksum: number | null
}

function endsOf({ code, reached, firstEvents, firstChecksum, ...last }: Ends): Listed {
  let first: Commit | undefined
  try {
    if (firstEvents === null) throw new DamagedLesson(code, 0, 'save 1 is missing')
    first = commitOf(code, { version: 1, events: firstEvents, checksum: firstChecksum })
    const end = Number(reached ?? 0)
    if (end > last.version) throw new DamagedLesson(code, last.version, `${saves(last.version + 1, end)} missing`)
    return { code, first, last: commitOf(code, last) }
  } catch (damage) {
    if (damage instanceof DamagedLesson) return { code, ...(first && { first }), damage }
    throw damage
  }
}

const saves = (from: number, to: number) => (from === to ? `save ${from} is` : `saves ${from} to ${to} are`)
