/** Whatever happens to the file of a log: what is served is what was written, or a beginning of it after a word, or nothing. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSequenceCheck } from '../../server/lesson/event-sequence.ts'
import { readLesson } from '../../server/lessons/lesson-of-deck.ts'
import { DamagedLesson, LogError } from '../../server/log/log.ts'
import { recover } from '../../server/log/recovery.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { CODES, FIRST, type Files, SECOND, writtenLog } from './class.ts'

type Harm = (folder: string) => void

/** Closed as it should be, and killed. */
let whole: Files
let killed: Files
beforeAll(async () => {
  whole = await writtenLog(true)
  killed = await writtenLog(false)
})
afterAll(() => {
  whole.remove()
  killed.remove()
})

async function harmed<T>(files: Files, harm: Harm, look: (folder: string) => Promise<T>): Promise<T> {
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
async function served(folder: string): Promise<{ told: string[]; lessons: Map<string, string> }> {
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
function wrong({ states }: Files, { told, lessons }: Awaited<ReturnType<typeof served>>): string | undefined {
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

function sql(statement: string): Harm {
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
const harm = fc.oneof(flipped, filled, cut, row, wal)

describe.each([
  ['closed', () => whole],
  ['killed', () => killed],
])('a log that was %s', (_how, files) => {
  test('is served as it was written', async () => {
    const seen = await harmed(files(), () => {}, served)
    expect(seen.told).toEqual([])
    for (const code of CODES) expect(seen.lessons.get(code)).toBe(files().states.get(code)?.at(-1))
  })

  test('and damaged is served as it was, or in part with a warning, or not at all', async () => {
    const property = fc.asyncProperty(harm, async ([, damage]) => {
      const seen = await harmed(files(), damage, served)
      expect(wrong(files(), seen)).toBeUndefined()
    })
    await fc.assert(property, { seed: 20261127, numRuns: 150 })
  })

  test('and damaged is recovered to an earlier state of it, and is whole again', async () => {
    const property = fc.asyncProperty(harm, async ([, damage]) => {
      await harmed(files(), damage, async folder => {
        const recovery = attempt(() => recover(folder, createSequenceCheck, 'aside'))
        const seen = await served(folder)
        for (const [code, lesson] of seen.lessons) expect(files().states.get(code)).toContain(lesson)
        if (!recovery) return expect(wrong(files(), seen)).toBeUndefined()
        expect(existsSync(recovery.aside)).toBe(true)
        expect(seen.told).toEqual([])
        expect(recover(folder, createSequenceCheck, 'again')).toBeUndefined()
      })
    })
    await fc.assert(property, { seed: 20261127, numRuns: 60 })
  })
})

/** A newer format, as a flipped bit may make it, is refused here too. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof LogError) return undefined
    throw error
  }
}

const FIRST_BUT = (statement: string) => harmed(whole, sql(statement), served)

test.each([
  ['a gap', `DELETE FROM commits WHERE lesson = '${FIRST}' AND version = 7`, 'save 7 is missing'],
  ['a lost end', `DELETE FROM commits WHERE lesson = '${FIRST}' AND version >= 7`, 'saves 7 to'],
  ['a lost beginning', `DELETE FROM commits WHERE lesson = '${FIRST}' AND version = 1`, 'save 1 is missing'],
  [
    'an altered answer',
    `UPDATE commits SET events = replace(events, '"value":[1]', '"value":[0]') WHERE lesson = '${FIRST}'`,
    'is not as it was written',
  ],
  ['an event without its fields', old(`json_remove(events, '$[0].student')`), 'cannot read (event 1 student)'],
  ['an answer without a round', old(`json_set(events, '$[1].round', 0)`), 'cannot read (event 2 round)'],
  ['an answer that is no value', old(`json_set(events, '$[1].value', json('[-1]'))`), 'cannot read (event 2 value'],
  ['an event of another kind', old(`json_set(events, '$[0].type', 'voted')`), 'cannot read (event 1 type)'],
  ['JSON that ends early', old(`substr(events, 1, 40)`), 'cannot be read'],
  ['no list of events', old(`'{}'`), 'cannot be read'],
  ['an answer to an unknown question', old(`replace(events, '"poll":"one"', '"poll":"two"')`), 'never opened'],
  [
    'an answer to an unknown round',
    old(`replace(events, '"round":1', '"round":3')`),
    'another round than the one that is on',
  ],
  [
    'an answer of another form',
    old(`replace(events, '"value":[1]', '"value":"b"')`),
    'an answer is none to its question',
  ],
  [
    'an answer with a choice that there is not',
    old(`replace(events, '"value":[1]', '"value":[9]')`),
    'none to its question',
  ],
])('%s is told, with what can be done, and the other lesson is served', async (_what, statement, why) => {
  const { told, lessons } = await FIRST_BUT(statement)
  expect(told.join('\n')).toContain(`lesson ${FIRST} is damaged: `)
  expect(told.join('\n')).toContain(why)
  expect(told.join('\n')).toContain('--new starts another lesson')
  expect(lessons.get(FIRST)).toBeUndefined()
  expect(lessons.get(SECOND)).toBe(whole.states.get(SECOND)?.at(-1))
})

/** The first answers, as format 1 kept them: without a checksum. */
function old(events: string): string {
  return `UPDATE commits SET checksum = NULL WHERE lesson = '${FIRST}';
    UPDATE commits SET events = ${events} WHERE lesson = '${FIRST}' AND events LIKE '%"answered"%"poll":"one"%'`
}

test('the last good version is named where there is one', async () => {
  const gap = await damageAfter(`DELETE FROM commits WHERE lesson = '${FIRST}' AND version = 7`)
  expect(gap).toMatchObject({ code: FIRST, good: 6 })
  expect(gap.message).toContain('--recover goes on from save 6, the last good one')
  const beheaded = await damageAfter(`DELETE FROM commits WHERE lesson = '${FIRST}' AND version = 1`)
  expect(beheaded.message).not.toContain('--recover')
})

const damageAfter = (statement: string) =>
  harmed(whole, sql(statement), async folder => {
    const log = openSqlite(folder)
    const error = await readLesson(log, FIRST).catch(error => error)
    await log.close()
    if (!(error instanceof DamagedLesson)) throw new Error('it was read')
    return error
  })

test('a write-ahead log that has lost its end is reported', async () => {
  await harmed(
    killed,
    folder => truncateSync(join(folder, 'amphi.db-wal'), 40_000),
    async folder => {
      expect((await served(folder)).told.join()).toContain(
        `The end of the log is lost: lesson ${SECOND} had been saved`,
      )
    },
  )
})
