/** Who is let in, in which role, and who is refused. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../support/amphi.ts'
import { auth, openWire, upgrade, type Wire, type WireParts } from './wire.ts'

let amphi: Served
const wires: Wire[] = []
beforeAll(async () => {
  amphi = await serve('# One\n\n---\n\n# Two\n')
})
afterAll(async () => {
  for (const wire of wires) wire.close()
  await amphi.end()
})

const BLANK = '["command",{"type":"blank","on":true}]'

async function wire(parts?: WireParts): Promise<Wire> {
  const opened = await openWire(amphi.origin, parts)
  wires.push(opened)
  return opened
}

async function reasons(auths: unknown[]): Promise<string[]> {
  return Promise.all(auths.map(async each => (await wire()).enter(each)))
}

const screenKey = () => new URL(amphi.facts.screen).hash.slice('#key='.length)

test('a wrong code is refused for every role', async () => {
  const { key } = amphi.facts
  const auths = ['000000', '', '1', 'abcdef', '../..'].flatMap(code => [
    auth(code, 'student'),
    auth(code, 'presenter', key),
  ])
  expect(new Set(await reasons(auths))).toEqual(new Set(['unknown-lesson']))
})

test('an almost right key is refused', async () => {
  const { code, key } = amphi.facts
  const changed = (key.startsWith('A') ? 'B' : 'A') + key.slice(1)
  const keys = [
    undefined,
    '',
    changed,
    key.slice(1),
    key.slice(0, -1),
    key + key,
    key.toLowerCase(),
    ` ${key}`,
    code,
    screenKey(),
  ]
  expect(new Set(await reasons(keys.map(token => auth(code, 'presenter', token))))).toEqual(new Set(['forbidden']))
  const others = [undefined, changed, screenKey().slice(1)]
  expect(new Set(await reasons(others.map(token => auth(code, 'screen', token))))).toEqual(new Set(['forbidden']))
})

test('a page of another version is refused as outdated', async () => {
  const { code } = amphi.facts
  const auths = [0, 2, '1', null, { valueOf: 1 }].map(protocol => ({ ...auth(code, 'student'), protocol }))
  expect(new Set(await reasons(auths))).toEqual(new Set(['outdated']))
})

test('a malformed handshake is refused as invalid', async () => {
  const { code } = amphi.facts
  const good = auth(code, 'student')
  const auths = [
    {},
    { code, role: 'student' },
    { ...good, code: Number(code) },
    { ...good, code: [code] },
    { ...good, code: '9'.repeat(21) },
    { ...good, role: 'server' },
    { ...good, role: ['presenter'] },
    { ...good, role: 2 },
    { ...good, role: undefined },
    { ...good, token: null },
    { ...good, token: { length: 43 } },
    { ...good, token: 'x'.repeat(201) },
  ]
  expect(new Set(await reasons(auths))).toEqual(new Set(['invalid']))
})

test('every refusal has a reason and a sentence, and reveals nothing of the server', async () => {
  const refused = await wire()
  await refused.enter({ protocol: 1 })
  const frame = await refused.heard(/^44/)
  expect(JSON.parse(frame.slice(2))).toEqual({
    message: expect.any(String),
    data: { reason: 'invalid', message: expect.any(String) },
  })
  expect(frame).not.toMatch(/server\/|node_modules|\bat /)
})

test('a student’s token makes a student, whatever else the handshake claims', async () => {
  const { code, key } = amphi.facts
  const cookie = `amphi_${code}=${key}`
  const claims = ['role', 'authority', 'data'].map(name => `"${name}":"presenter"`).join(',')
  const text = JSON.stringify(auth(code, 'student')).slice(0, -1)
  const disguised: [string, WireParts][] = [
    [`${text},"__proto__":{${claims}}}`, {}],
    [`${text},"constructor":{"prototype":{${claims}}}}`, {}],
    [`${text},"authority":"presenter","actor":{"role":"presenter"}}`, {}],
    [`${text}}`, { query: `&role=presenter&authority=presenter&token=${key}` }],
    [`${text}}`, { headers: { 'X-Role': 'presenter', Authorization: `Bearer ${key}` } }],
    // A student page in the presenter's browser stays a student page.
    [`${text}}`, { headers: { Cookie: cookie } }],
  ]
  for (const [sent, parts] of disguised) {
    const student = await wire(parts)
    student.send(`40${sent}`)
    await student.heard(/^40/)
    expect(await student.ask(BLANK)).toMatchObject({ ok: false, reason: 'forbidden' })
  }
})

test('the cookie exchanged for a key opens the presenter’s pages', async () => {
  const { code, key } = amphi.facts
  const headers = { Cookie: `amphi_${code}=${key}` }
  const presenter = await wire({ headers })
  expect(await presenter.enter(auth(code, 'presenter'))).toBe('in')
  const screen = await wire({ headers })
  expect(await screen.enter(auth(code, 'screen'))).toBe('in')
  expect(await screen.ask('["command",{"type":"blank","on":false}]')).toMatchObject({ ok: true })
})

test('a token that the server did not issue is replaced', async () => {
  const { code } = amphi.facts
  const student = await wire()
  expect(await student.enter(auth(code, 'student', 'short'))).toBe('in')
  const view = await student.heard(/"you"/)
  expect(JSON.parse(view.slice(2))[1].you.token).toMatch(/^[\w-]{32}$/)
})

test('other namespaces are closed', async () => {
  const other = await wire()
  other.send(`40/admin,${JSON.stringify(auth(amphi.facts.code, 'presenter', amphi.facts.key))}`)
  expect(await other.heard(/^44/)).toContain('Invalid namespace')
})

const host = () => new URL(amphi.origin).host
const evil = 'https://evil.example'
const rebound = 'evil.example:1948'

const requests: [what: string, accepted: boolean, headers: () => Record<string, string>][] = [
  ['no Origin', true, () => ({})],
  ['our own Origin', true, () => ({ Origin: amphi.origin })],
  ['another Origin', false, () => ({ Origin: evil })],
  ['an opaque Origin', false, () => ({ Origin: 'null' })],
  ['an empty Origin', false, () => ({ Origin: '' })],
  ['an Origin with our host inside', false, () => ({ Origin: `https://${host()}.evil.example` })],
  ['our host on another port', false, () => ({ Origin: 'http://127.0.0.1:1' })],
  ['another Host', false, () => ({ Host: rebound })],
  ['another Host with its own Origin', false, () => ({ Host: rebound, Origin: `http://${rebound}` })],
  ['an invalid Host', false, () => ({ Host: '@' })],
  [
    'forwarded headers',
    false,
    () => ({ Origin: evil, 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }),
  ],
]

test.each(requests)('with %s, a WebSocket is accepted: %s', async (_what, accepted, headers) => {
  expect((await upgrade(amphi.origin, headers())) === 101).toBe(accepted)
})

test.each(requests)('with %s, polling is accepted: %s', async (_what, accepted, headers) => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const url = `${amphi.origin}/socket.io/?EIO=4&transport=polling`
    request(url, { headers: headers() }, response => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status === 200).toBe(accepted)
})
