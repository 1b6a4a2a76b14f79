/** Files in the deck's folder: who gets which, and what is never served. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { ask } from './ask.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>drawn</title></svg>'
const NAMED = [
  'first.svg',
  'img/later.svg',
  'deux%20mots.svg',
  'out.svg',
  'folder.svg',
  'pipe.svg',
  'null.svg',
  'page.html',
  'run.js',
]

const DECK = `![](first.svg)

![](img/later.svg) <!-- .element: class="fragment" -->

---

${NAMED.map(name => `![](${name})`).join(' ')} ![](.hidden.svg) ![](.git/picture.svg) ![](deck.md) <iframe src="frame.html"></iframe>

Note: ![](notes.svg)

---

![](last.svg)
`

let amphi: Served
let presenter: Client
beforeAll(async () => {
  const files = [
    'first.svg',
    'img/later.svg',
    'deux mots.svg',
    'last.svg',
    'notes.svg',
    'aside.svg',
    '.hidden.svg',
    '.git/picture.svg',
  ]
  amphi = await serve(DECK, {
    ...Object.fromEntries(files.map(name => [name, SVG])),
    'page.html': '<p>secret</p>',
    'frame.html': '<p>framed</p>',
    'run.js': 'secret()',
  })
  const inside = (name: string) => join(amphi.folder, 'deck', name)
  writeFileSync(join(amphi.folder, 'secret.svg'), 'secret')
  symlinkSync(join(amphi.folder, 'secret.svg'), inside('out.svg'))
  symlinkSync(amphi.folder, inside('up'))
  symlinkSync('/dev/null', inside('null.svg'))
  symlinkSync(inside('first.svg'), inside('same.svg'))
  symlinkSync(inside('.hidden.svg'), inside('visible.svg'))
  mkdirSync(inside('folder.svg'))
  execFileSync('mkfifo', [inside('pipe.svg')])
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})

const bearer = () => ({ Authorization: `Bearer ${amphi.facts.key}` })
const get = (name: string, headers = {}) => ask(amphi.origin, `/${amphi.facts.code}/assets/${name}`, { headers })
const status = async (name: string, headers = {}) => (await get(name, headers)).status

/** The tests below build on each other in one lesson. */
test('students get a file once the step that uses it has been shown', async () => {
  expect(await status('first.svg')).toBe(200)
  expect(await status('img/later.svg')).toBe(404)
  expect(await status('last.svg')).toBe(404)
  expect(await presenter.send({ type: 'move', h: 0, v: 0, f: 0 })).toMatchObject({ ok: true })
  expect(await status('img/later.svg')).toBe(200)
  expect(await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })).toMatchObject({ ok: true })
  expect(await status('deux%20mots.svg')).toBe(200)
  expect(await status('notes.svg')).toBe(404)
  expect(await status('last.svg')).toBe(404)
})

test('a file stays available after going back', async () => {
  expect(await presenter.send({ type: 'move', h: 0, v: 0, f: -1 })).toMatchObject({ ok: true })
  expect(await status('deux%20mots.svg')).toBe(200)
})

test('the presenter gets every file in the folder, shown or not', async () => {
  for (const name of ['last.svg', 'notes.svg', 'aside.svg', 'same.svg']) {
    expect(await status(name)).toBe(404)
    expect(await status(name, bearer())).toBe(200)
    expect(await status(name, { Cookie: `amphi_${amphi.facts.code}=${amphi.facts.key}` })).toBe(200)
  }
})

test('a file has the type of its extension and runs nothing', async () => {
  const { headers, text } = await get('first.svg')
  expect(text).toBe(SVG)
  expect(headers['content-type']).toMatch(/^image\/svg\+xml/)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('private, no-cache')
  expect(await status('first.svg', { 'If-None-Match': String(headers.etag) })).toBe(304)
})

test.each([
  'deck.md',
  'page.html',
  'run.js',
  '.hidden.svg',
  '.git/picture.svg',
  'img/../.git/picture.svg',
  'out.svg',
  'visible.svg',
  'up/secret.svg',
  'null.svg',
  'pipe.svg',
  'folder.svg',
  'folder.svg/',
  'img',
  'img/',
  '',
  'nothing.svg',
])('%j is not served, even if a slide uses it or it is in the deck’s folder', async name => {
  for (const headers of [{}, bearer()]) {
    const { status, text } = await get(name, headers)
    expect([status, JSON.parse(text)]).toEqual([404, { reason: 'invalid', message: 'There is nothing here.' }])
  }
})

const ups = [
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..%00',
  '....',
  '%c0%ae%c0%ae',
  '..;',
  '%uff0e%uff0e',
  '.. ',
  '%2e%2e%20',
]
const slashes = ['/', '%2f', '%5c', '\\', '//', '%252f', '/./']
const targets = ['secret.svg', 'data/secret', 'deck/first.svg', 'etc/passwd']

test('no form of a path leads out of the deck’s folder', async () => {
  const climbs = ups.flatMap(up =>
    slashes.flatMap(slash =>
      targets.flatMap(target => [`${up}${slash}${target}`, `img${slash}${up}${slash}${up}${slash}${target}`]),
    ),
  )
  const others = [
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'file:///etc/passwd',
    'first.svg%00.png',
    'first.svg%00',
    'first.svg::$DATA',
    'first.svg.',
    'first.svg%20',
    'FIRST.SVG',
    '%2e/first.svg',
    'first.svg/..%2ffirst.svg',
    '__proto__',
    'constructor.svg',
    'x'.repeat(5_000),
    '%',
    '%zz',
    '%ff',
  ]
  for (const name of [...climbs, ...others]) {
    // A client may not send a bare space in a request line.
    const { status, text, headers } = await get(name.replaceAll(' ', '%20'), bearer())
    expect([name, status === 404 || status === 400]).toEqual([name, true])
    expect(text).not.toMatch(/drawn|secret|root:|node_modules|\/tmp|\bat /)
    expect(headers.location).toBeUndefined()
  }
})

test('an unknown lesson has no files', async () => {
  for (const code of ['000000', 'abc', '%2e%2e', '__proto__']) {
    expect((await ask(amphi.origin, `/${code}/assets/first.svg`, { headers: bearer() })).status).toBe(404)
  }
})

test('a remote picture is served only once a slide that uses it has been shown', async () => {
  for (const name of ['remote/x', `remote/${'0'.repeat(32)}`, 'remote/..%2ffirst.svg', 'remote/']) {
    expect(await status(name, bearer())).toBe(404)
  }
})

test('files can only be read', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const { status } = await ask(amphi.origin, `/${amphi.facts.code}/assets/first.svg`, { method, headers: bearer() })
    expect(status).toBe(404)
  }
})

test('requests for a range, even an impossible one, are answered', async () => {
  const part = await get('first.svg', { Range: 'bytes=0-3' })
  expect([part.status, part.text]).toEqual([206, '<svg'])
  for (const Range of ['bytes=9999-', 'bytes=-0', 'bytes=a-b', `bytes=${'0-1,'.repeat(500)}0-1`]) {
    expect(await status('first.svg', { Range })).toBeLessThan(500)
  }
})

test('the server logged no error meanwhile', () => {
  expect(amphi.logs()).not.toMatch(/"level":(50|60)/)
})

test('a page that a slide shows in a frame is served, but sandboxed', async () => {
  const { headers } = await get('frame.html', bearer())
  expect(headers['content-security-policy']).toContain('sandbox allow-scripts')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})
