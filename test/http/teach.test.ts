/** My lessons: what the user of this computer sees of all stored lessons, and that nobody else does. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHosts } from '../../server/access/hosts.ts'
import type { KeptLesson } from '../../server/wire/report-view.ts'
import { type Amphi, connect, runAmphi, startAmphi } from '../support/amphi.ts'
import { ask } from './ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'amphi-teach-'))
const data = join(folder, 'data')
const decks = ['old', 'open', 'on'].map(name => join(folder, `${name}.md`))
const CANARY = 'Canary-Quetzal-4711'
const ANSWER = 'Canary-Okapi-0815'

let amphi: Amphi
/** Codes of a lesson that has ended, one that was left, and the running one. */
let codes: { over: string; paused: string; live: string }

beforeAll(async () => {
  const [old = '', open = '', on = ''] = decks
  writeFileSync(
    old,
    `---\ntitle: ${CANARY}\n---\n\n<!-- .slide: data-qcm="text" data-id="q" -->\n# Which?\n\n- [x] one\n`,
  )
  writeFileSync(open, '# Left open\n')
  writeFileSync(on, '# On\n')
  const first = await startAmphi({ deck: old, data })
  const presenter = await connect(first.origin, first.facts.code, 'presenter', first.facts.key)
  const student = await connect(first.origin, first.facts.code, 'student')
  await presenter.send({ type: 'open', poll: 'q' })
  await student.send({ type: 'name', name: `${CANARY} Jones` })
  expect(await student.send({ type: 'answer', poll: 'q', round: 1, value: ANSWER })).toMatchObject({ ok: true })
  await presenter.send({ type: 'end' })
  presenter.close()
  student.close()
  await first.stop()
  const second = await startAmphi({ deck: open, data })
  await second.kill()
  amphi = await startAmphi({ deck: on, data })
  codes = { over: first.facts.code, paused: second.facts.code, live: amphi.facts.code }
})
afterAll(async () => {
  await amphi.kill()
  rmSync(folder, { recursive: true, force: true })
})

const list = async (): Promise<KeptLesson[]> => JSON.parse((await ask(amphi.origin, '/api/lessons')).text)
const remove = (code: string, headers: Record<string, string> = { 'X-Amphi': '1' }) =>
  ask(amphi.origin, `/api/lessons/${code}`, { method: 'DELETE', headers })

test('all lessons are listed with their reports, the running one first', async () => {
  const lessons = await list()
  expect(lessons).toEqual([
    {
      code: codes.live,
      title: 'On',
      startedAt: expect.any(Number),
      lastAt: expect.any(Number),
      status: 'live',
      present: `/${codes.live}/present#key=${amphi.facts.key}`,
      report: `/${codes.live}/report#key=${amphi.facts.key}`,
    },
    expect.objectContaining({ code: codes.paused, title: 'Left open', status: 'paused' }),
    expect.objectContaining({ code: codes.over, title: CANARY, status: 'over' }),
  ])
  const key = lessons.at(-1)?.report?.split('#key=')[1]
  const report = await ask(amphi.origin, `/api/lessons/${codes.over}/report.json`, {
    headers: { Authorization: `Bearer ${key}` },
  })
  expect(JSON.parse(report.text).students).toMatchObject([{ name: `${CANARY} Jones` }])
})

test('each lesson shows how many have joined', async () => {
  const people = async (code: string) => (await ask(amphi.origin, `/api/lessons/${code}/people`)).text
  expect(JSON.parse(await people(codes.over))).toEqual({ people: 1 })
  expect(JSON.parse(await people(codes.live))).toEqual({ people: 0 })
  expect(JSON.parse(await people('000000'))).toMatchObject({ reason: 'unknown-lesson' })
})

/** Requests that a browser sends for a page elsewhere, or that a proxy on this computer forwards for anybody. */
const FOREIGN: [string, Record<string, string>][] = [
  ['a page of another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
  ['a page of another site, by a browser that sends only the Origin', { Origin: 'https://evil.example' }],
  ['a page without an origin', { Origin: 'null' }],
  ['another port of this computer', { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' }],
  ['another port, without an Origin', { 'Sec-Fetch-Site': 'same-site' }],
  ['a picture on a page of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ['a foreign name that points here', { Host: 'rebound.example' }],
  ['a name that starts like ours', { Host: 'localhost.evil.example' }],
  ['a name under ours', { Host: 'evil.localhost' }],
  ['the address in the network', { Host: '192.168.1.20:1948' }],
  ['a proxy', { 'X-Forwarded-For': '203.0.113.7' }],
  ['a proxy with the standard header', { Forwarded: 'for=203.0.113.7' }],
  ['a tunnel', { 'CF-Connecting-IP': '203.0.113.7' }],
]

test.each(FOREIGN)('%s learns nothing and deletes nothing', async (_who, headers) => {
  for (const path of ['', `/${codes.over}/people`]) {
    const { status, text } = await ask(amphi.origin, `/api/lessons${path}`, { headers })
    expect([403, 421]).toContain(status)
    expect(text).not.toMatch(new RegExp(`${CANARY}|key`))
  }
  expect([403, 421]).toContain((await remove(codes.over, { ...headers, 'X-Amphi': '1' })).status)
  expect(await list()).toHaveLength(3)
})

test('a key does not help from elsewhere', async () => {
  const headers = { Host: '192.168.1.20:1948', Authorization: `Bearer ${amphi.facts.key}` }
  expect((await ask(amphi.origin, '/api/lessons', { headers })).status).toBe(403)
})

test('deleting takes a header that pages elsewhere cannot send, and only DELETE does it', async () => {
  expect((await remove(codes.over, {})).status).toBe(404)
  expect((await remove(codes.over, { 'X-Amphi': 'yes' })).status).toBe(404)
  for (const method of ['GET', 'POST', 'PUT', 'PATCH']) {
    await ask(amphi.origin, `/api/lessons/${codes.over}`, { method, headers: { 'X-Amphi': '1' } })
    const override = { 'X-Amphi': '1', 'X-HTTP-Method-Override': 'DELETE' }
    await ask(amphi.origin, `/api/lessons/${codes.over}?_method=DELETE`, { method, headers: override })
  }
  expect(await list()).toHaveLength(3)
})

test('on other computers the page says that it is for this one', async () => {
  expect((await ask(amphi.origin, '/teach')).status).toBe(200)
  expect((await ask(amphi.origin, '/teach', { headers: { Host: '192.168.1.20:1948' } })).status).toBe(403)
  const french = { 'Accept-Language': 'fr' }
  expect((await ask(amphi.origin, '/teach', { headers: french })).text).toContain('<html lang="fr">')
})

test('behind a public address, no request counts as from this computer', () => {
  const request = { headers: { host: 'localhost:1948' }, socket: { remoteAddress: '127.0.0.1' } }
  const isOwn = (hosts: ReturnType<typeof createHosts>, request: object) => hosts.isOwn(request as never)
  expect(isOwn(createHosts(undefined), request)).toBe(true)
  expect(isOwn(createHosts('https://class.example.org'), request)).toBe(false)
  const from = (remoteAddress: string) => isOwn(createHosts(undefined), { ...request, socket: { remoteAddress } })
  expect(['::1', '::ffff:127.0.0.1', '127.3.2.1'].map(from)).toEqual([true, true, true])
  expect(['192.168.1.20', '::ffff:192.168.1.20', 'fe80::1', ''].map(from)).toEqual([false, false, false, false])
})

test('a request over the network learns nothing, even from this computer', async ({ skip }) => {
  const address = Object.values(networkInterfaces())
    .flatMap(infos => infos ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  if (address === undefined) return skip('this computer has no network')
  const place = join(folder, 'everywhere')
  const { child, ended, out, printed } = runAmphi([
    decks[2] ?? '',
    '--json',
    '--no-open',
    '--port',
    '0',
    '--data',
    place,
  ])
  await printed('\n')
  const { port } = new URL(JSON.parse(out()).present)
  const remote = await ask(`http://${address}:${port}`, '/api/lessons', { headers: { Host: `localhost:${port}` } })
  const own = await ask(`http://127.0.0.1:${port}`, '/api/lessons')
  child.kill('SIGKILL')
  await ended
  expect([remote.status, own.status]).toEqual([403, 200])
})

/** The tests from here on delete. */
test('the running lesson cannot be deleted', async () => {
  const { status, text } = await remove(codes.live)
  expect(status).toBe(409)
  expect(JSON.parse(text).message).toContain('is on')
  expect(await list()).toHaveLength(3)
})

test('a deleted lesson leaves no trace in any file', async () => {
  for (const cache of ['pictures', 'diagrams', 'images']) {
    mkdirSync(join(data, cache), { recursive: true })
    writeFileSync(join(data, cache, `${'0'.repeat(40)}.svg`), CANARY)
    writeFileSync(join(data, cache, `${'0'.repeat(40)}.svg.part`), CANARY)
  }
  expect(holding().length).toBeGreaterThan(3)
  expect((await remove(codes.over)).status).toBe(204)
  expect(holding()).toEqual([])
  expect((await remove(codes.over)).status).toBe(404)
  expect((await list()).map(({ code }) => code)).toEqual([codes.live, codes.paused])
  for (const path of ['', '/report.json', '/people']) {
    expect((await ask(amphi.origin, `/api/lessons/${codes.over}${path}`)).status).toBe(404)
  }
  expect((await ask(amphi.origin, `/${codes.over}/report`)).status).toBe(404)
})

test('the running lesson goes on, and deletions survive a crash', async () => {
  const presenter = await connect(amphi.origin, codes.live, 'presenter', amphi.facts.key)
  expect(await presenter.send({ type: 'blank', on: true })).toMatchObject({ ok: true })
  presenter.close()
  await amphi.kill()
  amphi = await startAmphi({ deck: decks[2] ?? '', data })
  expect(amphi.facts.code).toBe(codes.live)
  expect((await list()).map(({ code }) => code)).toEqual([codes.live, codes.paused])
  expect(holding()).toEqual([])
})

/** Files in the data folder with traces of the deleted lesson. */
function holding(): string[] {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).map(name => join(data, name))
  return files.filter(file => {
    if (!existsSync(file) || !statSync(file).isFile()) return false
    const text = readFileSync(file, 'latin1')
    return [CANARY, ANSWER, codes.over].some(canary => text.includes(canary))
  })
}
