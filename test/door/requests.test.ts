/** Every request of a session is checked, not only the first: a page of another port has our cookies too. */
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../http/ask.ts'
import { type Served, serve } from '../support/amphi.ts'
import { auth } from './wire.ts'

let amphi: Served
beforeAll(async () => {
  amphi = await serve('# One\n')
})
afterAll(() => amphi.end())

const POLLING = '/socket.io/?EIO=4&transport=polling'
const host = () => new URL(amphi.origin).host

async function session(): Promise<string> {
  const { text } = await ask(amphi.origin, POLLING)
  return `${POLLING}&sid=${JSON.parse(text.slice(1)).sid}`
}

/** Head of the server's response to a WebSocket request. */
async function upgrade(path: string, headers: Record<string, string> = {}): Promise<string> {
  const { hostname, port } = new URL(amphi.origin)
  const socket = connectTcp(Number(port), hostname)
  const all = {
    Host: host(),
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return String(answer).split('\r\n\r\n')[0] ?? ''
}

const foreign: [what: string, headers: () => Record<string, string>][] = [
  ['another port of this host', () => ({ Origin: 'http://127.0.0.1:1' })],
  ['another port, which sends no Origin', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ['another site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ['another site with an Origin', () => ({ Origin: 'https://evil.example' })],
  ['a name that is not ours', () => ({ Host: 'evil.example' })],
]

test.each(foreign)('a session accepts no requests from %s', async (_what, headers) => {
  const path = await session()
  const body = `40${JSON.stringify(auth(amphi.facts.code, 'presenter', amphi.facts.key))}`
  const tries: Ask[] = [{ method: 'POST', body }, {}]
  for (const more of tries)
    expect((await ask(amphi.origin, path, { ...more, headers: headers() })).status).not.toBe(200)
  expect(await upgrade(path.replace('polling', 'websocket'), headers())).not.toContain(' 101 ')
  // The owner's session is still there.
  expect(await ask(amphi.origin, path, { method: 'POST', body })).toMatchObject({ status: 200, text: 'ok' })
})

test('JSONP is refused, at the start of a session and later', async () => {
  const hidden = '/socket.io/?x=?&EIO=4&transport=polling&j=0'
  for (const path of [hidden, `${POLLING}&j=0`, `${POLLING}&j`, `${POLLING}&%6A=1`, `${await session()}&j=0`]) {
    const { status, text } = await ask(amphi.origin, path)
    expect(status).toBe(403)
    expect(text).not.toContain('___eio')
  }
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const posted = { method: 'POST', headers: form, body: 'd=40' }
  expect((await ask(amphi.origin, `${await session()}&j=0`, posted)).status).toBe(403)
  expect(await upgrade('/socket.io/?EIO=4&transport=websocket&j=0')).not.toContain(' 101 ')
})

const safe = ['content-security-policy: ', 'x-content-type-options: nosniff', 'referrer-policy: no-referrer']
const all = [...safe, 'x-frame-options: ', 'permissions-policy: ']

test('responses to a handshake have the usual headers', async () => {
  const answers = await Promise.all([
    ask(amphi.origin, POLLING),
    ask(amphi.origin, `${POLLING}&j=0`),
    ask(amphi.origin, `${POLLING}&sid=nobody`),
    ask(amphi.origin, '/socket.io/?EIO=4&transport=pigeon'),
    ask(amphi.origin, '/socket.io/?EIO=3&transport=polling'),
    ask(amphi.origin, POLLING, { headers: { Host: 'evil.example' } }),
    session().then(path => ask(amphi.origin, path, { method: 'POST', body: '3' })),
  ])
  const heads = answers.map(({ headers }) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`))
  for (const head of heads) for (const line of all) expect(head.join('\n')).toContain(line)
})

test('responses to WebSocket requests have them too, accepted or refused', async () => {
  const socket = '/socket.io/?EIO=4&transport=websocket'
  const answers = await Promise.all([
    upgrade(socket),
    upgrade(socket, { Origin: 'https://evil.example' }),
    upgrade(`${socket}&sid=nobody`),
    upgrade('/socket.io/?EIO=4&transport=pigeon'),
    upgrade(socket, { 'Sec-WebSocket-Key': 'x' }),
    upgrade('/nothing'),
  ])
  expect(answers.map(head => head.split(' ')[1])).toEqual(['101', '403', '400', '400', '400', '404'])
  for (const head of answers) for (const line of all) expect(head.toLowerCase()).toContain(line)
})

test('more pending requests than a browser sends end the connection', async () => {
  const { hostname, port } = new URL(amphi.origin)
  const socket = connectTcp(Number(port), hostname)
  socket.on('error', () => {})
  socket.write(`GET / HTTP/1.1\r\nHost: ${host()}\r\n\r\n`.repeat(100))
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk
  })
  await once(socket, 'close')
  expect(heard.split('HTTP/1.1 200').length).toBeLessThan(10)
  expect((await ask(amphi.origin, '/healthz')).status).toBe(200)
})
