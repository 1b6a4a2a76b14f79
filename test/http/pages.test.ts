/** Pages, and the headers of every response. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../support/amphi.ts'
import { ask } from './ask.ts'

let amphi: Served
beforeAll(async () => {
  amphi = await serve('# One\n')
})
afterAll(() => amphi.end())

const get = (path: string, headers = {}) => ask(amphi.origin, path, { headers })
const unknown = () => (amphi.facts.code === '100000' ? '100001' : '100000')

test('every page has its own address', async () => {
  const { code } = amphi.facts
  for (const path of ['/', `/${code}`, `/${code}/present`, `/${code}/screen`, `/${code}/report`]) {
    const { status, headers, text } = await get(path)
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toMatch(/^<!doctype html>/i)
    expect(text).not.toContain(amphi.facts.key)
  }
})

test('pages load everything from this server', async () => {
  const { text } = await get(`/${amphi.facts.code}`)
  const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url)
  expect(loaded.length).toBeGreaterThan(0)
  for (const url of loaded) {
    expect(url).toMatch(/^\/[^/]/)
    expect((await get(url)).status).toBe(200)
  }
})

test('an unknown code gets a page that says so, with status 404', async () => {
  const { status, headers } = await get(`/${unknown()}`)
  expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
})

test('the QR code contains the URL that students open, whatever the request’s Host', async () => {
  const { code } = amphi.facts
  const qr = await get(`/${code}/qr.svg`)
  expect([qr.status, qr.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  const { toString: draw } = await import('qrcode')
  expect(qr.text).toBe(await draw(amphi.facts.join, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }))
  const forged = {
    Host: 'localhost:1',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'host=evil.example',
  }
  expect((await get(`/${code}/qr.svg`, forged)).text).toBe(qr.text)
  expect((await get(`/${unknown()}/qr.svg`)).status).toBe(404)
})

test('a request for a host name that is not ours is refused', async () => {
  for (const path of ['/', '/healthz', `/api/lessons/${amphi.facts.code}`, `/${amphi.facts.code}/qr.svg`]) {
    for (const Host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:1948', '@']) {
      const { status, text } = await get(path, { Host })
      expect([status, JSON.parse(text).reason]).toEqual([421, 'forbidden'])
    }
  }
})

test('every response forbids what our pages do not need', async () => {
  const { code } = amphi.facts
  for (const path of [
    '/',
    `/${code}`,
    `/${code}/qr.svg`,
    `/api/lessons/${code}/deck`,
    '/healthz',
    '/nothing',
    '/%',
    '/themes/reveal/white.css',
  ]) {
    const { headers } = await get(path)
    const policy = String(headers['content-security-policy'])
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    for (const feature of ['camera', 'microphone', 'geolocation', 'display-capture', 'usb']) {
      expect(headers['permissions-policy']).toContain(`${feature}=()`)
    }
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
    // They would leave a phone on plain HTTP with a page that does not load.
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(policy).not.toContain('upgrade-insecure-requests')
  }
})

test('nothing besides the pages has an address', async () => {
  const { code } = amphi.facts
  const paths = [
    '/package.json',
    '/server/main.ts',
    '/src/main.ts',
    '/@fs/etc/passwd',
    '/@vite/client',
    '/.git/config',
    '/.env',
    '/amphi.db',
    '/data/amphi.db-wal',
    '/data/secret',
    '/deck.md',
    '/deck/deck.md',
    `/${code}/deck.md`,
    `/${code}.md`,
    '/index.html',
    '/student/index.html',
    '/student',
    '/student/',
    '/a/',
    '/a',
    `/${code}/notes`,
    `/${code}/speaker`,
    `/${code}/print-pdf`,
    '/presenter',
    '/admin',
    '/debug',
    `/${code}/..`,
    '/../package.json',
    '/a/../../package.json',
    '/%2e%2e/package.json',
    '/a/%2e%2e%2f%2e%2e%2fpackage.json',
    '/themes/reveal/../../package.json',
    '/themes/reveal/..%2f..%2fpackage.css',
    '/themes/__proto__/white.css',
    '/themes/constructor/white.css',
    '/themes/highlight/base16/../../package.css',
    '/%',
    '/%c0%ae%c0%ae/',
    '/%00',
    `/${code}%00`,
    `/${code}0`,
    `//evil.example/${code}`,
  ]
  for (const path of paths) {
    const { status, text, headers } = await get(path)
    expect([path, status >= 400 && status < 500]).toEqual([path, true])
    expect(JSON.parse(text)).toEqual({ reason: expect.any(String), message: expect.any(String) })
    expect(text).not.toMatch(/node_modules|\.ts\b|\bat |Error|ENOENT|\/work|\/tmp/)
    expect(headers.location).toBeUndefined()
  }
})

test('the socket’s path serves only the socket', async () => {
  for (const path of ['/socket.io/', '/socket.io/socket.io.js', '/socket.io/socket.io.js.map', '/socket.io/admin']) {
    const { status, text } = await get(path)
    expect([path, status]).toEqual([path, 400])
    expect(JSON.parse(text)).toEqual({ code: 0, message: 'Transport unknown' })
  }
})

test('pages can only be read', async () => {
  const { code } = amphi.facts
  for (const path of ['/', `/${code}`, `/${code}/present`, `/${code}/qr.svg`]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await ask(amphi.origin, path, { method })).status).toBe(404)
    }
    expect((await ask(amphi.origin, path, { method: 'HEAD' })).status).toBe(200)
  }
})

test('an operator sees that the server is up, and nothing of any lesson', async () => {
  const health = await get('/healthz')
  expect([health.status, JSON.parse(health.text)]).toEqual([200, { ok: true }])
  const metrics = await get('/metrics')
  expect(metrics.status).toBe(200)
  expect(metrics.headers['content-type']).toContain('text/plain')
  expect(metrics.text).toContain('amphi_connections 0')
  expect(metrics.text).not.toContain(amphi.facts.code)
  expect(metrics.text).not.toContain(amphi.facts.key)
})
