/** Files of a log as real classes leave them: two lessons, one after the other, with every kind of question. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fold } from '../../server/lesson/evolve.ts'
import { startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { Room } from '../../server/lessons/room.ts'
import type { Commit, Log } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import type { Value } from '../../server/wire/poll-view.ts'
import { deck, questions } from '../lesson/random/steps.ts'

export const FIRST = '482913'
export const SECOND = '517204'
export const CODES = [FIRST, SECOND]

const STUDENTS = ['ANNA', 'BEN', 'CLEO', 'DEV']
const VALUES: Record<string, Value> = {
  choice: [1],
  number: 3.25,
  text: 'accepted',
  words: 'red, blue',
  scale: 4,
  order: [1, 2, 0],
}

export interface Files {
  folder: string
  /** Code → the lesson, as JSON, after each of its versions, from 0. */
  states: Map<string, string[]>
  remove(): void
}

/** @param ended the log was closed; else its process was killed, and much is in the write-ahead log alone */
export async function writtenLog(ended: boolean): Promise<Files> {
  const [work, folder] = ['amphi-class-', 'amphi-files-'].map(name => mkdtempSync(join(tmpdir(), name)))
  if (!work || !folder) throw new Error('no folders')
  const log = openSqlite(work)
  for (const code of CODES) await give(log, code)
  const states = new Map<string, string[]>()
  for (const code of CODES) states.set(code, statesOf(await read(log, code)))
  if (ended) await log.close()
  cpSync(work, folder, { recursive: true })
  await log.close()
  rmSync(work, { recursive: true })
  return { folder, states, remove: () => rmSync(folder, { recursive: true }) }
}

async function give(log: Log, code: string): Promise<void> {
  let now = 1_000
  await startLesson(log, { code, deck: `/decks/${code}.md` }, deck, now)
  const room = await Room.open({ code, deck, log, now: () => now, onError: console.error })
  const presenter = { role: 'presenter' } as const
  for (const [index, { id: poll, kind }] of questions.entries()) {
    now += 10_000
    await room.submit(presenter, { type: 'move', h: index + 1, v: 0, f: -1 })
    await room.submit(presenter, { type: 'open', poll })
    await room.submit(presenter, { type: 'open', poll })
    for (const id of STUDENTS) {
      now += 100
      await room.submit({ role: 'student', id }, { type: 'answer', poll, round: 1, value: VALUES[kind] ?? '' })
    }
    await room.submit(presenter, { type: 'solution', poll, shown: true })
  }
  await room.submit(presenter, { type: 'end' })
  await room.close()
}

export async function read(log: Log, code: string): Promise<Commit[]> {
  const commits: Commit[] = []
  const leave = await log.follow(code, 0, commit => commits.push(commit))
  leave()
  return commits
}

export function statesOf(commits: Commit[]): string[] {
  return [{ version: 0, events: [] }, ...commits].map((_commit, last) =>
    JSON.stringify(fold(commits.slice(0, last).flatMap(({ events }) => events))),
  )
}
