/** The cookie in place of the presenter's key, which every other port of `localhost` can read and overwrite. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auth, openWire } from '../door/wire.ts'
import { type Amphi, startAmphi } from '../support/amphi.ts'
import { ask } from './ask.ts'

const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
const deck = join(folder, 'deck.md')
let amphi: Amphi
beforeAll(async () => {
  writeFileSync(deck, '# One\n\nNote: for the presenter\n')
  amphi = await startAmphi({ deck, data: folder })
})
afterAll(async () => {
  await amphi.kill()
  rmSync(folder, { recursive: true, force: true })
})

const name = () => `amphi_${amphi.facts.code}`
const api = (path: string, headers: Record<string, string> = {}) =>
  ask(amphi.origin, `/api/lessons/${amphi.facts.code}${path}`, { headers })

async function trade(key: string) {
  const answer = await ask(amphi.origin, `/api/lessons/${amphi.facts.code}/key`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  return { status: answer.status, cookies: answer.headers['set-cookie'] ?? [] }
}

/** `name=value` of the session cookie for a key. */
async function session(key = amphi.facts.key): Promise<string> {
  return (await trade(key)).cookies[0]?.split(';')[0] ?? ''
}

const isPresenter = async (cookie: string) => (await api('/report.json', { Cookie: cookie })).status === 200

async function enters(cookie: string): Promise<string> {
  const wire = await openWire(amphi.origin, { headers: { Cookie: cookie } })
  const outcome = await wire.enter(auth(amphi.facts.code, 'presenter'))
  wire.close()
  return outcome
}

test('a session grants what its key does, but is not the key and differs each time', async () => {
  const [one, another] = [await session(), await session()]
  expect(one).not.toBe(another)
  for (const cookie of [one, another]) {
    expect(cookie.startsWith(`${name()}=`)).toBe(true)
    expect(cookie).not.toContain(amphi.facts.key)
    expect(await isPresenter(cookie)).toBe(true)
    expect(await enters(cookie)).toBe('in')
  }
})

test('a stolen session is no key and works nowhere else', async () => {
  const value = (await session()).slice(name().length + 1)
  expect((await api('/report.json', { Authorization: `Bearer ${value}` })).status).toBe(403)
  expect((await trade(value)).status).toBe(403)
  const wire = await openWire(amphi.origin)
  expect(await wire.enter(auth(amphi.facts.code, 'presenter', value.slice(0, 200)))).toBe('forbidden')
})

test('browsers send it only to addresses of the lesson', async () => {
  const { code } = amphi.facts
  const { cookies } = await trade(amphi.facts.key)
  const paths = cookies.map(cookie => /; Path=([^;]*)/.exec(cookie)?.[1])
  expect(paths).toEqual([`/${code}`, `/api/lessons/${code}`, '/socket.io'])
  expect(new Set(cookies.map(cookie => cookie.split(';')[0])).size).toBe(1)
})

test('cookies planted by another port lock nobody out', async () => {
  const good = await session()
  const planted = [
    `${name()}=`,
    `${name()}=x`,
    `${name()}=x.y.z`,
    `${name()}=${'x'.repeat(3_000)}`,
    name(),
    '=',
    'a=b=c',
  ]
  for (const bad of planted) {
    expect(await isPresenter(`${bad}; ${good}`)).toBe(true)
    expect(await isPresenter(`${good}; ${bad}`)).toBe(true)
    expect(await isPresenter(bad)).toBe(false)
  }
  expect(await enters([...planted, good].join('; '))).toBe('in')
  // More than Node accepts by default.
  const many = Array.from({ length: 10 }, (_, index) => `c${index}=${'x'.repeat(3_000)}`)
  expect(await isPresenter([...many, good].join('; '))).toBe(true)
})

test('a browser with too many cookies gets a message that says what to do', async () => {
  const cookie = Array.from({ length: 30 }, (_, index) => `c${index}=${'x'.repeat(3_000)}`).join('; ')
  const { status, text, headers } = await api('', { Cookie: cookie })
  expect(status).toBe(431)
  expect(text).toMatch(/cookies/i)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a session that is forged, or of another lesson or role, grants nothing', async () => {
  const good = await session()
  const [, value = ''] = good.split('=')
  const [role = '', expiresAt = '', ...rest] = value.split('.')
  const forged = [
    [role, String(Number(expiresAt) + 1), ...rest],
    ['presenter', '9999999999999', 'x', 'y'],
    [role, expiresAt],
    ['', ...rest],
  ].map(parts => parts.join('.'))
  for (const each of [...forged, value.slice(0, -1), `${value}x`, value.toUpperCase()]) {
    expect(await isPresenter(`${name()}=${each}`)).toBe(false)
  }
  const screen = await session(new URL(amphi.facts.screen).hash.slice('#key='.length))
  expect(await isPresenter(screen)).toBe(false)
  expect(await isPresenter(screen.replace('screen.', 'presenter.'))).toBe(false)
  const other = good.replace(name(), `amphi_${Number(amphi.facts.code) ^ 1}`)
  expect(await isPresenter(other)).toBe(false)
})

test('requests from pages of another port have no role', async () => {
  const Cookie = await session()
  const get = async (site: string) => (await api('/deck', { Cookie, 'Sec-Fetch-Site': site })).text
  for (const site of ['same-site', 'cross-site']) expect(await get(site)).not.toContain('for the presenter')
  for (const site of ['same-origin', 'none']) expect(await get(site)).toContain('for the presenter')
})

test('a session survives a killed server', async () => {
  const cookie = await session()
  await amphi.kill()
  amphi = await startAmphi({ deck, data: folder })
  expect(await isPresenter(cookie)).toBe(true)
  expect(await enters(cookie)).toBe('in')
})
