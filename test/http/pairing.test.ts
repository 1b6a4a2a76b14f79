/** A phone paired as a presenter's by a ticket, over HTTP. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auth, openWire } from '../door/wire.ts'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { type Answer, ask } from './ask.ts'

let amphi: Served
let presenter: Client
beforeAll(async () => {
  amphi = await serve('# First\n\n---\n\n# Second\n\n---\n\n# Third')
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})

const bearer = (key = amphi.facts.key) => ({ Authorization: `Bearer ${key}` })
const screenKey = () => new URL(amphi.facts.screen).hash.slice('#key='.length)
const post = (path: string, headers: Record<string, string>, body = '') =>
  ask(amphi.origin, `/api/lessons/${amphi.facts.code}${path}`, { method: 'POST', headers, body })
const pair = (headers: Record<string, string> = bearer()) => post('/pairing', headers)
const trade = (pairing: unknown, headers = {}) =>
  post('/key', { 'Content-Type': 'application/json', ...headers }, JSON.stringify({ pairing }))

const ticketIn = ({ text }: Answer): string => new URL(JSON.parse(text).url).hash.slice('#pair='.length)
const cookieOf = ({ headers }: Answer): string => headers['set-cookie']?.[0] ?? ''

/** Refused like a wrong key. */
function expectRefused({ status, text, headers }: Answer) {
  expect([status, JSON.parse(text).reason]).toEqual([403, 'forbidden'])
  expect(headers['set-cookie']).toBeUndefined()
}

test('the presenter gets an address for the phone, its QR code and when they expire', async () => {
  const { status, text, headers } = await pair()
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
  const { url, svg, expiresAt, ...more } = JSON.parse(text)
  expect(more).toEqual({})
  expect(url).toMatch(new RegExp(`^${amphi.facts.join}/present#pair=[\\w-]{22}$`))
  expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)
  expect(expiresAt).toBeGreaterThan(presenter.view.now ?? 0)
  const byCookie = await pair({ Cookie: `amphi_${amphi.facts.code}=${amphi.facts.key}`, Origin: amphi.origin })
  expect(byCookie.status).toBe(200)
})

test('nobody else gets a ticket', async () => {
  const cookie = `amphi_${amphi.facts.code}`
  for (const headers of [
    {},
    bearer('x'),
    bearer(screenKey()),
    bearer(presenter.view.lesson?.code),
    { Cookie: `${cookie}=${screenKey()}` },
    { ...bearer(), Origin: 'https://evil.example' },
    { Cookie: `${cookie}=${amphi.facts.key}`, Origin: 'https://evil.example' },
    { ...bearer(), Origin: 'null' },
  ]) {
    expectRefused(await pair(headers))
  }
  const unknown = amphi.facts.code === '100000' ? '100001' : '100000'
  const { status, text } = await ask(amphi.origin, `/api/lessons/${unknown}/pairing`, {
    method: 'POST',
    headers: bearer(),
  })
  expect([status, JSON.parse(text).reason]).toEqual([404, 'unknown-lesson'])
})

test('a paired phone controls the lesson', async () => {
  const traded = await trade(ticketIn(await pair()), { Origin: amphi.origin })
  expect([traded.status, JSON.parse(traded.text)]).toEqual([200, { role: 'presenter' }])
  expect(cookieOf(traded)).toMatch(/; HttpOnly/)
  expect(cookieOf(traded)).toMatch(/; SameSite=Strict/)

  const Cookie = cookieOf(traded).split(';')[0] ?? ''
  const phone = await openWire(amphi.origin, { headers: { Cookie, Origin: amphi.origin } })
  try {
    expect(await phone.enter(auth(amphi.facts.code, 'presenter'))).toBe('in')
    expect(await phone.ask('["command",{"type":"move","h":1,"v":0,"f":-1}]')).toMatchObject({ ok: true })
    await presenter.until(({ position }) => position?.h === 1)
    expect(await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })).toMatchObject({ ok: true })
    await phone.heard(/"position":\{"h":2,/)
  } finally {
    phone.close()
  }
})

test('only the latest ticket works, once; a page of another site neither gets in nor uses it up', async () => {
  const old = ticketIn(await pair())
  const ticket = ticketIn(await pair())
  const refused = await Promise.all([
    trade(old),
    trade(ticket, { Origin: 'https://evil.example' }),
    trade(`${ticket}x`),
    trade([ticket]),
    trade(null),
    trade(''),
  ])
  for (const answer of refused) expectRefused(answer)
  expect((await trade(ticket)).status).toBe(200)
  expectRefused(await trade(ticket))
})

test('a ticket is not a key and appears in no file or log line', async () => {
  const ticket = ticketIn(await pair())
  expectRefused(await post('/key', { 'Content-Type': 'application/json' }, JSON.stringify({ key: ticket })))
  expectRefused(await pair(bearer(ticket)))
  expect((await trade(ticket)).status).toBe(200)
  expectRefused(await trade(ticket))
  const data = join(amphi.folder, 'data')
  const files = readdirSync(data, { withFileTypes: true }).filter(entry => entry.isFile())
  const stored = files.map(({ name }) => readFileSync(join(data, name), 'latin1')).join()
  expect(stored).toContain(amphi.facts.code)
  expect(stored + amphi.logs()).not.toContain(ticket)
})
