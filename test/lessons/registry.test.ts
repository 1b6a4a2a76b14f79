/** Two lessons in one process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { folderSource } from '../../server/deck/source/folder.ts'
import { createReader } from '../../server/deck/source/reader.ts'
import { startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { createRegistry, type Registry } from '../../server/lessons/registry.ts'
import { openSqlite } from '../../server/log/sqlite.ts'

const [DOCKER, GIT] = ['482913', '100000']
const folder = mkdtempSync(join(tmpdir(), 'amphi-registry-'))
const reader = createReader()
const log = openSqlite(join(folder, 'data'))
const now = () => Date.now()
const onError = (error: unknown) => {
  throw error
}
let lessons: Registry
const told: string[] = []

const save = (code: string, markdown: string) => {
  mkdirSync(join(folder, code), { recursive: true })
  writeFileSync(join(folder, code, 'deck.md'), markdown)
}

async function open(code: string, markdown: string) {
  save(code, markdown)
  const file = join(folder, code, 'deck.md')
  const options = { assets: `/${code}/assets/`, seed: code }
  const source = folderSource({ file, options, reader, watched: true, onError })
  const deck = await source.read()
  await startLesson(log, { code, deck: file }, deck, now())
  const tell = () => void told.push(code)
  return lessons.open({ code, deck, source, tell })
}

beforeAll(async () => {
  lessons = createRegistry({ log, now, onError })
  await open(DOCKER, '# Docker')
  await open(GIT, '# Git')
})
afterAll(async () => {
  await lessons.close()
  await log.close()
  await reader.close()
  rmSync(folder, { recursive: true, force: true })
})

const titles = () => lessons.all().map(({ room }) => room.deck.title)

test('each lesson is found by its code, and none by another', () => {
  expect(lessons.find(DOCKER)?.room.deck.title).toBe('Docker')
  expect(lessons.find(GIT)?.room.lesson.title).toBe('Git')
  expect(lessons.find('999999')).toBeUndefined()
  expect(titles()).toEqual(['Docker', 'Git'])
})

test('an edit of one deck changes its lesson alone', async () => {
  save(GIT, '# Git, edited')
  await vi.waitFor(() => expect(titles()).toEqual(['Docker', 'Git, edited']), 10_000)
  expect(new Set(told)).toEqual(new Set([GIT]))
})

test('an edit that cannot be shown leaves the lesson its deck, with what is wrong in it', async () => {
  save(DOCKER, '---\ntitle: [broken\n---\n# Docker')
  await vi.waitFor(() => expect(lessons.find(DOCKER)?.room.mistakes).not.toEqual([]), 10_000)
  expect(lessons.find(DOCKER)?.room.deck.title).toBe('Docker')
  expect(lessons.find(GIT)?.room.mistakes).toEqual([])
})

test('once it is closed no lesson is on, and none takes a command', async () => {
  const room = lessons.find(DOCKER)?.room
  await lessons.close()
  expect(lessons.all()).toEqual([])
  expect(await room?.submit({ role: 'presenter' }, { type: 'end' })).toEqual({ ok: false, reason: 'internal' })
})
