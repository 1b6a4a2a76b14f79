/** Every deck at hand, drawn by reveal.js with its own plugins and by us, and compared slide by slide and step by step. */
import { existsSync, globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PHONE, WHOLE } from './reveal/differences.ts'
import { inputOf } from './reveal/input.ts'
import { createSite } from './reveal/site.ts'
import type { SlideTold } from './reveal/told.ts'

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const root = join(import.meta.dirname, '../..')
const files = ['test/decks', 'slides', '../shared/decks']
  .map(folder => join(root, folder))
  .filter(existsSync)
  .flatMap(folder => globSync('**/*.md', { cwd: folder }).map(file => join(folder, file)))
  .toSorted()

const counts = { decks: 0, slides: 0, steps: 0, attributes: 0 }
let site: Awaited<ReturnType<typeof createSite>>
let browser: Browser
const pages: { reference?: Page; ours?: Page } = {}

beforeAll(async () => {
  site = await createSite(files.map(dirname))
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...ARGS.split(' '), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
})

afterAll(async () => {
  await browser?.close()
  site?.close()
  console.info(
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
    'compared with reveal.js',
  )
})

for (const [index, file] of files.entries()) {
  test(`${relative(root, file)} looks as reveal.js draws it`, async () => {
    const input = inputOf(file, `/decks/${index}/`)
    const [reference, ours] = await Promise.all([
      open('reference', index).then(page => page.evaluate(deck => window.reference(deck), input)),
      open('ours', index).then(page => page.evaluate(deck => window.ours(deck), input)),
    ])
    expect(ours.errors).toEqual(reference.errors)
    expect(ours.slides.map(({ place }) => place)).toEqual(reference.slides.map(({ place }) => place))
    for (const [number, slide] of reference.slides.entries()) {
      const own = ours.slides[number]
      if (own && !WHOLE.some(difference => difference.is(slide, own))) compare(slide, own, ours.phone[number] ?? [])
    }
    counts.decks += 1
    counts.slides += reference.slides.length
    counts.steps += reference.slides.reduce((sum, { steps }) => sum + steps.length - 1, 0)
    counts.attributes += reference.slides.reduce((sum, { attributes }) => sum + attributes, 0)
  })
}

function compare(reference: SlideTold, ours: SlideTold, phone: string[][]) {
  const where = `slide ${reference.place}`
  expect.soft(ours.tree.join('\n'), `${where}, tree`).toBe(reference.tree.join('\n'))
  expect.soft(ours.notes, `${where}, notes`).toBe(reference.notes)
  expect.soft(ours.steps, `${where}, steps`).toEqual(reference.steps)
  if (PHONE.some(difference => difference.is(reference, ours))) return
  expect.soft(phone, `${where}, on a phone`).toEqual(reference.steps.map(({ seen }) => seen))
}

async function open(side: 'reference' | 'ours', index: number): Promise<Page> {
  const page = pages[side] ?? (await browser.newPage({ viewport: { width: 1280, height: 720 } }))
  pages[side] = page
  await page.goto(`${site.origin}/decks/${index}/${side}.html`)
  return page
}
