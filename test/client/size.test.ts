/** The budgets of DESIGN §11 in bytes: what a page loads before the deck's pictures, as a browser that takes Brotli gets it. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../http/ask.ts'
import { type Served, serve } from '../support/amphi.ts'

const SAMPLE = readFileSync(join(import.meta.dirname, '../../slides/docker.md'), 'utf8')

let amphi: Served
beforeAll(async () => {
  amphi = await serve(SAMPLE)
})
afterAll(() => amphi.end())

test.each([
  ['', 90_000],
  ['/present', 250_000],
  ['/screen', 250_000],
])('the page at /CODE%s is within its budget of %i bytes', async (path, budget) => {
  const sizes = await load(`/${amphi.facts.code}${path}`)
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  const told = Object.entries(sizes).map(([file, size]) => `\n${String(size).padStart(9)}  ${file}`)
  console.info(`/CODE${path} loads ${total.toLocaleString('en')} bytes${told.join('')}`)
  // Less than reveal.js alone would mean that something was not counted.
  expect(total).toBeGreaterThan(30_000)
  expect(total).toBeLessThanOrEqual(budget)
})

/** Sizes in bytes of the page and of all that its HTML, and the scripts named there, name to be loaded at once. */
async function load(page: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  const html = await size(page)
  for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) await follow(address)
  return sizes

  async function follow(address: string) {
    if (address in sizes) return
    const text = await size(address)
    if (!address.endsWith('.js')) return
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)) {
      await follow(posix.join(posix.dirname(address), name))
    }
  }

  async function size(address: string): Promise<string> {
    const { status, headers, bytes } = await ask(amphi.origin, address, { headers: { 'Accept-Encoding': 'br' } })
    expect([status, address]).toEqual([200, address])
    sizes[address] = bytes.length
    return (headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString()
  }
}
