/** The lesson API: what it gives to whom. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { type Ask, ask } from './ask.ts'

const DECK = `---
title: Class
theme: white
highlightTheme: github
lang: en
---

# First

later <!-- .element: class="fragment" -->

Note: for the presenter

---

<!-- .slide: data-qcm data-id="q" -->
# Which?

- [ ] one
- [x] two
`

let amphi: Served
let presenter: Client
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})

const api = (path = '', more: Ask = {}) => ask(amphi.origin, `/api/lessons/${amphi.facts.code}${path}`, more)
const bearer = (key = amphi.facts.key) => ({ Authorization: `Bearer ${key}` })
const screenKey = () => new URL(amphi.facts.screen).hash.slice('#key='.length)
const trade = (body: string, headers = {}) =>
  api('/key', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body })

test('anyone may look up the lesson of a code', async () => {
  const { status, text } = await api()
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual({ code: amphi.facts.code, title: 'Class', status: 'live', lang: 'en' })
})

test('every route answers an unknown code in JSON', async () => {
  const other = amphi.facts.code === '100000' ? '100001' : '100000'
  const paths = ['', '/deck', '/address', '/report.json', '/report.csv'].map(path => `/api/lessons/${other}${path}`)
  const odd = ['abc', '%00', '..%2f..', '__proto__', '1'.repeat(5_000)].map(code => `/api/lessons/${code}`)
  const answers = await Promise.all([...paths, ...odd].map(path => ask(amphi.origin, path, { headers: bearer() })))
  for (const { status, text } of answers) {
    expect(status).toBe(404)
    expect(JSON.parse(text)).toEqual({ reason: 'unknown-lesson', message: expect.any(String) })
  }
})

test('a student gets what has been shown, with null in place of the rest', async () => {
  const { status, text, headers } = await api('/deck')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
  expect(headers['cache-control']).toBe('private, no-cache')
  const deck = JSON.parse(text)
  expect(deck).toMatchObject({ title: 'Class', theme: 'white', highlightTheme: 'github', lang: 'en', options: {} })
  expect(deck.slides).toHaveLength(2)
  expect(deck.slides[0][0]).toMatchObject({ steps: 1, step: -1 })
  expect(deck.slides[0][0]).not.toHaveProperty('notes')
  expect(deck.slides[1]).toEqual([null])
  expect(text).not.toMatch(/later|for the presenter|Which|mistakes/)
})

test('the presenter gets all slides with notes, the screen all slides without', async () => {
  const own = JSON.parse((await api('/deck', { headers: bearer() })).text)
  expect(own.slides[0][0].notes).toContain('for the presenter')
  expect(own.slides[0][0].html).toContain('later')
  expect(own.slides[1][0]).toMatchObject({ poll: 'q' })
  const wall = (await api('/deck', { headers: bearer(screenKey()) })).text
  expect(wall).toContain('later')
  expect(wall).not.toContain('for the presenter')
})

test('?as= lowers what a key gives and never raises it', async () => {
  const deck = async (as: string, headers = {}) => (await api(`/deck?as=${as}`, { headers })).text
  const student = (await api('/deck')).text
  for (const as of ['presenter', 'screen', 'presenter&as=presenter', 'PRESENTER', '__proto__', '']) {
    expect(await deck(as)).toBe(student)
  }
  expect(await deck('presenter', bearer(screenKey()))).not.toContain('for the presenter')
  expect(await deck('student', bearer())).toBe(student)
  expect(await deck('screen', bearer())).not.toContain('for the presenter')
  expect(await deck('anything', bearer())).toContain('for the presenter')
})

test('a wrong key gives the role of a student', async () => {
  const student = (await api('/deck')).text
  for (const key of ['x', `${amphi.facts.key}x`, amphi.facts.key.slice(1)]) {
    expect((await api('/deck', { headers: bearer(key) })).text).toBe(student)
    expect((await api('/deck', { headers: { Cookie: `amphi_${amphi.facts.code}=${key}` } })).text).toBe(student)
  }
})

test('a deck is sent again only if it has changed', async () => {
  const first = await api('/deck')
  const etag = String(first.headers.etag)
  const again = await api('/deck', { headers: { 'If-None-Match': etag } })
  expect([again.status, again.text]).toEqual([304, ''])
  expect((await api('/deck', { headers: { ...bearer(), 'If-None-Match': etag } })).status).toBe(200)

  expect(await presenter.send({ type: 'move', h: 0, v: 0, f: 0 })).toMatchObject({ ok: true })
  const changed = await api('/deck', { headers: { 'If-None-Match': etag } })
  expect(changed.status).toBe(200)
  expect(changed.text).toContain('later')
})

test('a deck is compressed for clients that accept it', async () => {
  const zipped = await api('/deck', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.bytes).toString()).toBe((await api('/deck')).text)
  expect((await api('/deck', { headers: { 'Accept-Encoding': 'br' } })).headers['content-encoding']).toBe('br')
})

test('a key is exchanged for a cookie that scripts and other sites do not get', async () => {
  for (const [key, role] of [
    [amphi.facts.key, 'presenter'],
    [screenKey(), 'screen'],
  ]) {
    const { status, text, headers } = await trade(JSON.stringify({ key }))
    expect([status, JSON.parse(text)]).toEqual([200, { role }])
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie.startsWith(`amphi_${amphi.facts.code}=`)).toBe(true)
    expect(cookie).not.toContain(key)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Strict/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).not.toMatch(/Secure|Domain/)
  }
})

test('the cookie grants what the key does', async () => {
  const { headers } = await trade(JSON.stringify({ key: amphi.facts.key }))
  const [cookie = ''] = headers['set-cookie'] ?? []
  const { text } = await api('/deck', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
  expect(text).toContain('for the presenter')
})

test('a wrong key gets no cookie', async () => {
  const bodies = [
    '{"key":"x"}',
    '{"key":""}',
    '{"key":null}',
    '{"key":["x"]}',
    '{}',
    '[]',
    `{"__proto__":{"key":"${amphi.facts.key}"}}`,
    '',
  ]
  const key = amphi.facts.key
  const answers = await Promise.all([
    ...bodies.map(body => trade(body)),
    // A form sent by another site is not JSON.
    trade(`key=${key}`, { 'Content-Type': 'application/x-www-form-urlencoded' }),
    trade(JSON.stringify({ key }), { 'Content-Type': 'text/plain' }),
  ])
  for (const { status, text, headers } of answers) {
    expect([status, JSON.parse(text).reason]).toEqual([403, 'forbidden'])
    expect(headers['set-cookie']).toBeUndefined()
  }
})

test('a page of another site cannot exchange a key', async () => {
  const body = JSON.stringify({ key: amphi.facts.key })
  const origins = ['https://evil.example', 'null', 'http://127.0.0.1:1']
  const answers = await Promise.all(origins.map(Origin => trade(body, { Origin })))
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
  expect((await trade(body, { Origin: amphi.origin })).status).toBe(200)
})

test('an unreadable body is refused with a short message', async () => {
  const broken = await trade('{"key":')
  expect([broken.status, JSON.parse(broken.text).reason]).toEqual([400, 'invalid'])
  const large = await trade(JSON.stringify({ key: 'x'.repeat(2_000) }))
  expect([large.status, JSON.parse(large.text).reason]).toEqual([413, 'too-large'])
  const odd = await trade('{}', { 'Content-Encoding': 'zip' })
  expect([odd.status, JSON.parse(odd.text).reason]).toEqual([415, 'invalid'])
  for (const { text } of [broken, large, odd]) expect(text).not.toMatch(/node_modules|\.ts|\bat |SyntaxError/)
})

test('only the presenter gets results and addresses', async () => {
  const cookie = { Cookie: `amphi_${amphi.facts.code}=${screenKey()}` }
  for (const path of ['/report.json', '/report.csv', '/address']) {
    for (const headers of [
      {},
      bearer('x'),
      bearer(screenKey()),
      cookie,
      { Authorization: `Basic ${amphi.facts.key}` },
    ]) {
      const { status, text } = await api(path, { headers })
      expect([status, JSON.parse(text).reason]).toEqual([403, 'forbidden'])
    }
    const { status, headers } = await api(path, { headers: bearer() })
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
  }
  expect((await api(`/report.json?key=${amphi.facts.key}`)).status).toBe(403)
})

test('only the presenter changes the address that students get, and only to one of the choices', async () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    api('/address', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body })
  expect((await post('{"host":"evil.example"}')).status).toBe(403)
  expect((await post('{"host":"evil.example"}', bearer())).status).toBe(400)
  expect((await post('{"host":["evil.example"]}', bearer())).status).toBe(400)
  expect((await post('{}', { ...bearer(), Origin: 'https://evil.example' })).status).toBe(403)
  expect(JSON.parse((await api('/address', { headers: bearer() })).text).origin).toBe(amphi.origin)
})

test('results are downloaded under a file name with title and day', async () => {
  const { headers, text } = await api('/report.csv', { headers: bearer() })
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(headers['content-disposition']).toMatch(/^attachment; filename="Class \d{4}-\d\d-\d\d\.csv"$/)
  expect(text.startsWith('\uFEFF')).toBe(true)
})

test('other methods on a route do nothing', async () => {
  const routes = ['', '/deck', '/key', '/address', '/report.json', '/report.csv']
  const methods = ['PUT', 'PATCH', 'DELETE', 'PROPFIND']
  for (const path of routes) {
    for (const method of methods) expect((await api(path, { method, headers: bearer() })).status).toBe(404)
  }
  const override = { ...bearer(), 'X-HTTP-Method-Override': 'POST' }
  expect((await api('/key?_method=POST', { headers: override })).status).toBe(404)
  expect((await api('/deck', { method: 'POST', headers: bearer() })).status).toBe(404)
})
