/** Decks that would hold up or bring down a server that reads them by itself. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeckError } from '../../../server/deck/mistake.ts'
import { createReader, type Reader } from '../../../server/deck/source/reader.ts'
import { options } from '../one-slide.ts'

let folder = ''
let reader: Reader
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amphi-reader-'))
  reader = createReader({ timeout: 3_000 })
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true })
})

async function deck(text: string, name = 'deck.md') {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

test('a deck comes out of the other process as load gives it, and a refusal with its mistakes', async () => {
  expect((await reader.read(await deck('# A\n\n---\n\n# B'), options)).slides).toHaveLength(2)
  const refused = reader.read(await deck('---\ntitle: [\n---\n# A'), options)
  await expect(refused).rejects.toThrow(DeckError)
  await expect(refused).rejects.toMatchObject({ mistakes: [{ line: 3, level: 'error' }] })
})

test('a deck that never ends is abandoned, and the next one is read', async () => {
  await writeFile(join(folder, 'endless.mjs'), 'export default () => { for (;;); }')
  const impatient = createReader({ timeout: 4_000, strain: () => 1 })
  const endless = impatient.read(await deck('# A'), { ...options, flags: { preprocessor: 'endless.mjs' } })
  await expect(endless).rejects.toThrow('the deck takes longer than 4 s to read')
  expect((await impatient.read(await deck('# B'), options)).title).toBe('B')
  await impatient.close()
})

test('on a machine with other things to do a deck has more time', async () => {
  const slow = 'export default text => { for (const end = Date.now() + 1_500; Date.now() < end; ); return text }'
  await writeFile(join(folder, 'slow.mjs'), slow)
  const file = await deck('# Slow')
  const read = async (strain: number) => {
    const busy = createReader({ timeout: 1_000, strain: () => strain })
    return busy.read(file, { ...options, flags: { preprocessor: 'slow.mjs' } }).finally(() => busy.close())
  }
  await expect(read(1)).rejects.toThrow('longer than 1 s')
  expect((await read(33.3333)).title).toBe('Slow')
})

test('a deck that eats the memory is abandoned, and the next one is read', async () => {
  const hungry = 'export default () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }'
  await writeFile(join(folder, 'hungry.mjs'), hungry)
  const patient = createReader({ timeout: 25_000, memoryMb: 64 })
  const eaten = patient.read(await deck('# A'), { ...options, flags: { preprocessor: 'hungry.mjs' } })
  await expect(eaten).rejects.toThrow('MB of memory')
  expect((await patient.read(await deck('# B'), options)).title).toBe('B')
  await patient.close()
})

test.each([
  ['100,000 slides', '# A\n\n---\n\n'.repeat(100_000), /slides, more than 5000; split it/],
  ['10 MB and more', '# A\n'.repeat(3_000_000), /larger than 10 MB/],
  ['quotes in quotes', `${'>'.repeat(20_000)} A`, /nested too deeply|takes longer/],
  ['aliases of aliases', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [${'*b,'.repeat(90)}*b]\n---\n# A`, /aliases/],
  ['a key that reaches into every object', '---\n__proto__:\n  theme: evil\n---\n# A', /__proto__/],
])('a deck of %s is refused in words', async (_, text, reason) => {
  await expect(reader.read(await deck(text), options)).rejects.toThrow(reason)
})

test.each([
  ['brackets', '['.repeat(100_000)],
  ['stars', `${'*a'.repeat(10_000)}\n`],
  ['open tags', '<div>'.repeat(5_000)],
  ['comments that do not end', '<!-- .slide: '.repeat(20_000)],
  ['back-ticks', '`'.repeat(99_999)],
  ['columns in a table', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n`],
  ['dollars', '$a '.repeat(5_000)],
])('a slide of many %s is read, or refused in words', async (_, text) => {
  const read = await reader.read(await deck(text), options).catch((cause: unknown) => cause)
  if (read instanceof Error) expect(read).toBeInstanceOf(DeckError)
  else expect(read).toMatchObject({ slides: [[{}]] })
})
