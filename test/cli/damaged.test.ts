/** `amphi deck.md` with damaged lessons in the data folder. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Amphi, connect, type Run, runAmphi, startAmphi } from '../support/amphi.ts'

const DECK = '# First\n\n---\n\n<!-- .slide: data-qcm data-id="q" -->\n# Which?\n\n- [ ] one\n- [x] two\n'

const folder = mkdtempSync(join(tmpdir(), 'amphi-damaged-'))
const deck = join(folder, 'deck.md')
const other = join(folder, 'other.md')
writeFileSync(deck, DECK)
writeFileSync(other, '# Another\n')
const ends: (() => unknown)[] = []
let data: string
/** The lesson with one answer, in one of the last saves. */
let code: string
let key: string

beforeAll(async () => {
  data = join(folder, 'whole')
  const amphi = await startAmphi({ deck, data })
  code = amphi.facts.code
  key = amphi.facts.key
  const presenter = await connect(amphi.origin, code, 'presenter', amphi.facts.key)
  await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
  await presenter.send({ type: 'open', poll: 'q' })
  const student = await connect(amphi.origin, code, 'student', 'a-token-of-32-characters-or-so-on')
  expect(await student.send({ type: 'answer', poll: 'q', round: 1, value: [1] })).toMatchObject({ ok: true })
  student.close()
  presenter.close()
  await amphi.stop()
})
beforeEach(() => {
  data = mkdtempSync(join(folder, 'data-'))
  cpSync(join(folder, 'whole'), data, { recursive: true })
})
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function start(...flags: string[]): Promise<Amphi> {
  const amphi = await startAmphi({ deck, data, flags })
  ends.push(amphi.kill)
  return amphi
}

function refused(...args: string[]): Run {
  return runAmphi([...args, '--no-open', '--port', '0', '--host', '127.0.0.1', '--data', data])
}

function sql(statement: string, value = '') {
  const db = new DatabaseSync(join(data, 'amphi.db'))
  db.prepare(statement).run(value)
  db.close()
}

const answers = `lesson = ? AND events LIKE '%answered%'`

async function answersIn({ facts, origin }: Amphi): Promise<number> {
  const response = await fetch(`${origin}/api/lessons/${facts.code}/report.json`, {
    headers: { Authorization: `Bearer ${facts.key}` },
  })
  return (await response.json()).students.flatMap(({ answers }: { answers: unknown[] }) => answers).length
}

test.each([
  ['altered', `UPDATE commits SET events = replace(events, '[1]', '[0]') WHERE ${answers}`],
  ['missing', `DELETE FROM commits WHERE ${answers}`],
])('a save that is %s is reported in one sentence that says what to do', async (_how, statement) => {
  sql(statement, code)
  const { ended, out, err } = refused(deck)
  expect(await ended).toBe(1)
  expect(out()).toBe('')
  expect(err()).toMatch(
    new RegExp(
      `^lesson ${code} is damaged: .+\\. --recover goes on from save \\d+, the last good one; --new starts another lesson and leaves this one as it is\\n$`,
    ),
  )
})

test('--new leaves the damaged lesson alone and does not show it, even to its key', async () => {
  sql(`UPDATE commits SET events = replace(events, '[1]', '[0]') WHERE ${answers}`, code)
  const amphi = await start('--new')
  expect(amphi.facts.code).not.toBe(code)
  expect(amphi.logs()).toContain(`Lesson ${code} is damaged and not shown: save`)
  for (const path of ['/report.json', '/report.csv']) {
    const headers = { Authorization: `Bearer ${key}` }
    const answer = await fetch(`${amphi.origin}/api/lessons/${code}${path}`, { headers })
    expect([path, answer.status]).toEqual([path, 500])
    expect(await answer.json()).toEqual({ reason: 'internal', message: expect.stringContaining('damaged') })
  }
  expect(amphi.logs()).not.toContain('    at ')
})

test('without a key, requests read nothing of a past lesson and so reveal no damage', async () => {
  sql(`UPDATE commits SET events = replace(events, '[1]', '[0]') WHERE ${answers}`, code)
  const amphi = await start('--new')
  const headers = { Authorization: `Bearer ${key.slice(1)}` }
  for (const path of ['/report.json', '/report.csv']) {
    const answer = await fetch(`${amphi.origin}/api/lessons/${code}${path}`, { headers })
    expect([path, answer.status]).toEqual([path, 403])
  }
  expect(await (await fetch(`${amphi.origin}/api/lessons/${code}`)).json()).toMatchObject({ status: 'over', title: '' })
})

test('--recover resumes the lesson from its last good save and keeps the damaged file', async () => {
  sql(`UPDATE commits SET events = replace(events, '[1]', '[0]') WHERE ${answers}`, code)
  const amphi = await start('--recover')
  expect(amphi.facts.code).toBe(code)
  expect(amphi.logs()).toMatch(/The damaged file is kept as .*amphi\.db\.damaged-\d{14}\./)
  expect(amphi.logs()).toMatch(
    new RegExp(`Lesson ${code} goes on as it was at save \\d+; answers given after it are lost.`),
  )
  expect(await answersIn(amphi)).toBe(0)
  const presenter = await connect(amphi.origin, code, 'presenter', amphi.facts.key)
  expect(presenter.view.poll).toMatchObject({ id: 'q', phase: 'open' })
  presenter.close()
  expect(readdirSync(data).filter(name => name.includes('damaged'))).toHaveLength(1)
})

test('--recover changes nothing when nothing is damaged', async () => {
  const amphi = await start('--recover')
  expect(amphi.facts.code).toBe(code)
  expect(amphi.logs()).toContain('Nothing is damaged: no lesson was changed.')
  expect(await answersIn(amphi)).toBe(1)
})

test('another damaged lesson is reported and does not prevent this one', async () => {
  sql(`INSERT INTO commits (lesson, version, events) VALUES (?, 1, '{"no":')`, '100000')
  sql(`INSERT INTO commits (lesson, version, events) VALUES (?, 2, '[]')`, '200000')
  const amphi = await start()
  expect(amphi.facts.code).toBe(code)
  expect(amphi.logs()).toContain('Lesson 100000 is damaged and not shown: save 1 cannot be read.')
  expect(amphi.logs()).toContain('Lesson 200000 is damaged and not shown: save 1 is missing.')
})

test.each(['--new', '--recover'])('a file that is not a database is put aside by %s', async flag => {
  writeFileSync(join(data, 'amphi.db'), 'Not a database. '.repeat(1_000))
  const { ended, err } = refused(deck)
  expect(await ended).toBe(1)
  expect(err()).toMatch(/^\S+amphi\.db is damaged .+--recover goes on .+--new starts a new lesson\n$/)
  const amphi = await start(flag)
  expect(amphi.logs()).toMatch(/amphi\.db\.damaged-/)
})

test('an emptied file is damaged, not new', async () => {
  writeFileSync(join(data, 'amphi.db'), '')
  const { ended, err } = refused(deck)
  expect(await ended).toBe(1)
  expect(err()).toContain('amphi.db is damaged')
})

test('saves lost in a crash are reported, and the lesson resumes from the ones before', async () => {
  const before = await start()
  const presenter = await connect(before.origin, code, 'presenter', before.facts.key)
  await presenter.send({ type: 'close', poll: 'q' })
  presenter.close()
  await before.kill()
  rmSync(join(data, 'amphi.db-wal'))
  const amphi = await start()
  expect(amphi.logs()).toContain(`The end of the log is lost: lesson ${code} had been saved up to`)
  expect(await answersIn(amphi)).toBe(1)
})
