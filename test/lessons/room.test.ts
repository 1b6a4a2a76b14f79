/** A room on logs that deliver early, late, twice or not at all, while others write the same lesson. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../server/lesson/decision-types.ts'
import type { Lesson, LessonEvent } from '../../server/lesson/lesson.ts'
import { readLesson, startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { Room } from '../../server/lessons/room.ts'
import { type Log, NotSaved } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { type Deliveries, turns, withDeliveries } from '../log/deliveries.ts'
import { deckOf, slideOf } from '../support/deck.ts'

const CODE = '482913'
const AT = 1_000
const deck = deckOf(...['a', 'b', 'c', 'd'].map(id => [slideOf(id, [id])]))
const presenter = { role: 'presenter' } as const

let folder: string
/** What others write to. */
let log: Log
let rooms: Room[]
let errors: unknown[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amphi-room-'))
  log = openSqlite(folder)
  rooms = []
  errors = []
  await startLesson(log, { code: CODE, deck: '/deck.md' }, deck, AT)
})
afterEach(async () => {
  for (const room of rooms) await room.close()
  await log.close()
  rmSync(folder, { recursive: true })
})

/** Counts what the room tries to write. */
async function enter(deliveries: Deliveries = {}): Promise<{ room: Room; appends: () => number }> {
  const { append = write => write() } = deliveries
  let appends = 0
  const counted: Deliveries = {
    ...deliveries,
    append(write) {
      appends += 1
      return append(write)
    },
  }
  const room = await Room.open({
    code: CODE,
    deck,
    log: withDeliveries(log, counted),
    now: () => AT,
    onError: error => errors.push(error),
  })
  rooms.push(room)
  return { room, appends: () => appends }
}

const move = (h: number): AnyCommand => ({ type: 'move', h, v: 0, f: -1 })
const logged = async () => plain(await readLesson(log, CODE))
const plain = (lesson: Lesson | undefined) => JSON.parse(JSON.stringify(lesson))

/** Another node writes. */
const write = (version: number, ...events: LessonEvent[]) => log.append(CODE, version, events)
const locked: LessonEvent = { type: 'locked', at: AT, on: true }
const shownC: LessonEvent = { type: 'moved', at: AT, h: 2, v: 0, f: -1, slide: 'c', number: 3, title: 'C' }
const ended: LessonEvent = { type: 'ended', at: AT }

describe('a log that delivers late', () => {
  test('keeps no command waiting: what is acknowledged is visible, and the next command is written at once', async () => {
    const late: (() => void)[] = []
    const { room, appends } = await enter({ deliver: pass => void late.push(pass) })
    expect(await room.submit(presenter, move(1))).toEqual({ ok: true, seq: 2 })
    expect(room.lesson.position.slide).toBe('b')
    expect(await room.submit(presenter, move(2))).toEqual({ ok: true, seq: 3 })
    expect(appends()).toBe(2)

    const told: unknown[] = []
    room.onChange(change => told.push(change))
    for (const pass of late) pass()
    expect(late).toHaveLength(2)
    expect(told).toEqual([])
    expect(plain(room.lesson)).toEqual(await logged())
  })

  test('hides nothing: a version that another node has taken is read, and the command is decided again, once', async () => {
    const { room, appends } = await enter({ deliver: () => {} })
    await write(2, shownC)
    await write(3, locked)
    expect(await room.submit(presenter, { type: 'lock', on: true })).toEqual({ ok: true, seq: 3 })
    expect(await room.submit(presenter, move(3))).toEqual({ ok: true, seq: 4 })
    expect(appends()).toBe(2)
    expect(plain(room.lesson)).toEqual(await logged())
  })
})

test.each<[string, Deliveries['append']]>([
  ['before its append resolves', write => write().finally(() => turns(5))],
  ['as its append resolves', write => write()],
])('a commit that is delivered %s is applied once', async (_when, append) => {
  const { room } = await enter({ append: append ?? (write => write()) })
  const told: LessonEvent[][] = []
  room.onChange(({ events }) => told.push(events))
  for (const h of [1, 2, 1]) expect((await room.submit(presenter, move(h))).ok).toBe(true)
  expect(told.map(events => events.length)).toEqual([1, 1, 1])
  expect(plain(room.lesson)).toEqual(await logged())
})

test('commits that are delivered twice or out of order are applied once and in order', async () => {
  const held: (() => void)[] = []
  const { room } = await enter({ deliver: pass => void held.push(pass, pass) })
  const told: number[] = []
  room.onChange(() => told.push(room.version))
  await write(2, shownC)
  await write(3, locked)
  await write(4, { ...locked, on: false })
  for (const pass of held.toReversed()) pass()
  await expect.poll(() => room.version).toBe(4)
  expect(told).toEqual([2, 3, 4])
  expect(plain(room.lesson)).toEqual(await logged())
})

test('a commit whose delivery is lost is read when the next one comes', async () => {
  const { room } = await enter({ deliver: (pass, { version }) => version === 2 || pass() })
  await write(2, shownC)
  await write(3, locked)
  await expect.poll(() => room.version).toBe(3)
  expect(plain(room.lesson)).toEqual(await logged())
})

test('a command is refused, and not tried for ever, when the log does not take it and has nothing in its place', async () => {
  const { room, appends } = await enter()
  await log.forget(CODE)
  expect(await room.submit(presenter, move(1))).toEqual({ ok: false, reason: 'internal' })
  expect(appends()).toBe(1)
  expect(errors.map(String)).toEqual([expect.stringContaining('no save 2 of lesson 482913')])
})

describe('while a node cannot save', () => {
  let full: boolean
  /** A commit is delivered before its append resolves, which is when a node might take its own for another's. */
  const append: Deliveries['append'] = async write => {
    if (full) throw new NotSaved('the disk is full')
    return await write().finally(() => turns(5))
  }
  beforeEach(() => {
    full = true
  })

  test('commits of another node are applied beneath the slides shown here, which are saved later', async () => {
    const { room } = await enter({ append })
    expect(await room.submit(presenter, move(1))).toEqual({ ok: false, reason: 'not-saved' })
    await write(2, shownC, locked)
    expect(room.lesson).toMatchObject({ position: { slide: 'b' }, locked: true })
    expect(room.saving).toBe(false)

    full = false
    expect((await room.submit(presenter, { type: 'blank', on: true })).ok).toBe(true)
    expect(room.saving).toBe(true)
    expect(room.lesson).toMatchObject({ position: { slide: 'b' }, blank: true, locked: true })
    expect(plain(room.lesson)).toEqual(await logged())
  })

  test('two nodes come to show the same', async () => {
    const { room } = await enter({ append })
    const { room: other } = await enter()
    await room.submit(presenter, move(1))
    expect((await other.submit(presenter, { type: 'joinCode', shown: true })).ok).toBe(true)
    full = false
    expect((await room.submit(presenter, { type: 'lock', on: true })).ok).toBe(true)
    expect(plain(other.lesson)).toEqual(plain(room.lesson))
    expect(other.lesson.position.slide).toBe('b')
  })

  test('no slide that was left is shown again when it is saved', async () => {
    const { room } = await enter({ append })
    await room.submit(presenter, move(1))
    full = false
    const seen: string[] = []
    room.onChange(({ after }) => seen.push(after.position.slide))
    await room.submit(presenter, move(2))
    expect(seen).toEqual(['c'])
  })

  test('slides shown here after another node has ended the lesson are dropped', async () => {
    const { room } = await enter({ append })
    await room.submit(presenter, move(1))
    await write(2, shownC, ended)
    expect(plain(room.lesson)).toEqual(await logged())
    expect(room.lesson.position.slide).toBe('c')
    expect(room.saving).toBe(true)
  })
})

test('a room begins where its lesson stands, though the log delivers nothing after that', async () => {
  for (let version = 2; version <= 30; version += 1) await write(version, shownC, { ...shownC, h: 1, slide: 'b' })
  const { room } = await enter({ deliver: () => {} })
  expect(room.version).toBe(30)
  expect(plain(room.lesson)).toEqual(await logged())
})
