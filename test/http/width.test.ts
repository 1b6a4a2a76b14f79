/** `?w=`: pictures for phones, under the same rules as the originals. */
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { ask } from './ask.ts'

const DECK = '# First\n\n![](a.png)\n\n---\n\n![](b.png) ![](drawing.svg)\n'

let amphi: Served
let presenter: Client
beforeAll(async () => {
  amphi = await serve(DECK, { 'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(500)}</svg>` })
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const picture = sharp({ create: { width: 800, height: 400, channels: 3, background: 'white', noise } }).png()
  for (const name of ['a.png', 'b.png']) await picture.clone().toFile(join(amphi.folder, 'deck', name))
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
})
afterAll(async () => {
  presenter.close()
  await amphi.end()
})

const get = (name: string, headers = {}) => ask(amphi.origin, `/${amphi.facts.code}/assets/${name}`, { headers })

test('a phone gets the width that it asks for', async () => {
  const { status, headers, bytes } = await get('a.png?w=320')
  expect([status, headers['content-type']]).toEqual([200, 'image/webp'])
  expect((await sharp(bytes).metadata()).width).toBe(320)
  expect(headers['content-security-policy']).toMatch(/sandbox/)
  expect((await get('a.png?w=320', { 'If-None-Match': String(headers.etag) })).status).toBe(304)
})

test('without a width, or with one that is not on offer, the original is sent', async () => {
  const original = (await get('a.png')).bytes
  for (const query of [
    '',
    '?w=',
    '?w=321',
    '?w=99999999',
    '?w=-320',
    '?w=x',
    '?w[]=320&w[]=640',
    '?w=320&w=640',
    '?v=320',
  ]) {
    const { status, headers, bytes } = await get(`a.png${query}`)
    expect([query, status, headers['content-type'], bytes.equals(original)]).toEqual([query, 200, 'image/png', true])
  }
})

test('a width does not reveal a picture that has not been shown', async () => {
  for (const name of ['b.png', 'drawing.svg', 'deck.md', 'nothing.png', '..%2fdata%2fsecret']) {
    expect([name, (await get(`${name}?w=320`)).status]).toEqual([name, 404])
  }
  expect((await get('b.png?w=320', { Authorization: `Bearer ${amphi.facts.key}` })).status).toBe(200)
  expect((await get('b.png?w=320')).status).toBe(404)
  expect(await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })).toMatchObject({ ok: true })
  expect((await get('b.png?w=320')).status).toBe(200)
})

test('a drawing is compressed for clients that accept it', async () => {
  const { headers, bytes } = await get('drawing.svg', { 'Accept-Encoding': 'gzip' })
  expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
  const plain = await get('drawing.svg')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(bytes.length).toBeLessThan(plain.bytes.length / 2)
})
