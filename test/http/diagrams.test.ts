/** Diagrams: who may draw them, who gets them, and when. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { type Ask, ask } from './ask.ts'

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``
const DECK = `# First

${fence('graph LR\n  accTitle: To and fro\n  A --> B')}

---

${fence('pie\n  "shown": 1')}
<!-- .element: class="fragment" -->

Note: ${fence('pie\n  "noted": 1')}

---

${fence('broken')}

---

# Last

${fence('pie\n  "late": 1')}
`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>drawn</title></svg>'

let amphi: Served
let presenter: Client
/** Source → name. */
let names: Record<string, string>
beforeAll(async () => {
  amphi = await serve(DECK)
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  const { text } = await api('', { headers: bearer() })
  names = Object.fromEntries(
    Object.entries<string>(JSON.parse(text)).map(([name, source]) => [source.match(/\w+(?=":|$)/)?.[0] ?? '', name]),
  )
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})

const bearer = (key = amphi.facts.key) => ({ Authorization: `Bearer ${key}` })
const screenKey = () => new URL(amphi.facts.screen).hash.slice('#key='.length)
const api = (path: string, more: Ask = {}) =>
  ask(amphi.origin, `/api/lessons/${amphi.facts.code}/diagrams${path}`, more)
const draw = (name = '', headers = {}, body = SVG, type = 'image/svg+xml') =>
  api(`/${name}`, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body })
const get = (name = '', headers = {}) =>
  ask(amphi.origin, `/${amphi.facts.code}/assets/diagrams/${name}.svg`, { headers })
const move = (h: number, f = -1) => presenter.send({ type: 'move', h, v: 0, f })

/** The tests below build on each other in one lesson. */
test('only presenter and screen learn what has to be drawn', async () => {
  expect(Object.keys(names).sort()).toEqual(['B', 'broken', 'late', 'noted', 'shown'])
  expect((await api('', { headers: bearer(screenKey()) })).status).toBe(200)
  for (const headers of [{}, bearer('wrong'), { ...bearer(), Origin: 'https://evil.example' }]) {
    const { status, text } = await api('', { headers })
    expect(status).toBe(403)
    expect(text).not.toMatch(/graph|pie/)
  }
})

test('only presenter and screen may draw, and only from our own pages', async () => {
  for (const headers of [{}, bearer('wrong'), { ...bearer(), Origin: 'https://evil.example' }]) {
    expect((await draw(names.shown, headers)).status).toBe(403)
  }
  expect((await ask(amphi.origin, '/api/lessons/000000/diagrams/x', { method: 'POST' })).status).toBe(403)
})

test('drawings of unknown diagrams, other content and oversized drawings are refused', async () => {
  expect((await draw('000000000000', bearer())).status).toBe(400)
  expect((await draw('__proto__', bearer())).status).toBe(400)
  expect((await draw(names.shown, bearer(), '<html></html>')).status).toBe(400)
  expect((await draw(names.shown, bearer(), '')).status).toBe(400)
  expect((await draw(names.shown, bearer(), SVG, 'text/html')).status).toBe(400)
  expect((await draw(names.shown, bearer(), `<svg>${' '.repeat(1_100_000)}</svg>`)).status).toBe(413)
  expect(Object.keys(JSON.parse((await api('', { headers: bearer() })).text))).toHaveLength(5)
})

test('a phone that asks before the drawing exists gets it once it arrives', async () => {
  const waiting = get(names.B)
  expect((await draw(names.B, bearer(screenKey()))).status).toBe(204)
  const { status, text, headers } = await waiting
  expect([status, text]).toEqual([200, SVG])
  expect(headers['content-type']).toMatch(/^image\/svg\+xml/)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
})

test('only a few early requests of one browser wait, and none of the drawing page', async () => {
  expect((await get(names.late, bearer())).status).toBe(202)
  expect((await get(names.late, bearer(screenKey()))).status).toBe(202)
  await move(3)
  const leave = new AbortController()
  const url = `${amphi.origin}/${amphi.facts.code}/assets/diagrams/${names.late}.svg`
  const requests = Array.from({ length: 6 }, () => fetch(url, { signal: leave.signal }))
  const answered: number[] = []
  for (const request of requests) request.then(({ status }) => answered.push(status)).catch(() => {})
  await expect.poll(() => answered).toEqual([202, 202, 202, 202])
  leave.abort()
  await Promise.allSettled(requests)
})

test('a second drawing does not replace the first', async () => {
  expect((await draw(names.B, bearer(), '<svg>another</svg>')).status).toBe(204)
  expect((await get(names.B)).text).toBe(SVG)
  expect(Object.values(JSON.parse((await api('', { headers: bearer() })).text)).join()).not.toContain('A --> B')
})

test('students get a drawing once the step that uses it has been shown', async () => {
  await draw(names.shown, bearer())
  await draw(names.noted, bearer())
  for (const name of [names.shown, names.noted]) expect((await get(name)).status).toBe(404)
  for (const name of [names.shown, names.noted]) expect((await get(name, bearer())).status).toBe(200)
  await move(1)
  expect((await get(names.shown)).status).toBe(404)
  await move(1, 0)
  expect((await get(names.shown)).status).toBe(200)
  expect((await get(names.noted)).status).toBe(404)
  expect((await get(`${names.shown}.svg%3fw=320`)).status).toBe(404)
})

test('requests do not wait for a diagram that cannot be drawn', async () => {
  await move(2)
  const waiting = get(names.broken)
  expect((await draw(names.broken, bearer(), 'Parse error', 'text/plain')).status).toBe(204)
  expect((await waiting).status).toBe(410)
  expect((await get(names.broken)).status).toBe(410)
})

test('drawings are stored in the data folder, with no partial files', () => {
  const stored = readdirSync(join(amphi.folder, 'data', 'diagrams'))
  expect(stored).toHaveLength(3)
  for (const name of stored) expect(name).toMatch(/^[\da-f]{40}\.svg$/)
})
