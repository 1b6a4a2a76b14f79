/** Whatever happens to the file of a log: what is served is what was written, or a beginning of it after a word, or nothing. */
import { existsSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSequenceCheck } from '../../server/lesson/event-sequence.ts'
import { readLesson } from '../../server/lessons/lesson-of-deck.ts'
import { DamagedLesson, LogError } from '../../server/log/log.ts'
import { recover } from '../../server/log/recovery.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { CODES, FIRST, type Files, SECOND, writtenLog } from './class.ts'
import { harm, harmed, served, sql, wrong } from './harm.ts'

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
