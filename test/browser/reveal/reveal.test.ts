/** Every deck at hand, drawn by reveal.js with its own plugins and by us, and compared slide by slide and step by step. */
import { existsSync, globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { PHONE, WHOLE } from './compared-apart.ts'
import { inputOf } from './input.ts'
import { createSite } from './site.ts'
import { type Input, numberIn, type SlideTold } from './told.ts'

const root = join(import.meta.dirname, '../../..')
const files = ['test/decks', 'slides', '../shared/decks']
  .map(folder => join(root, folder))
  .filter(existsSync)
  .flatMap(folder => globSync('**/*.md', { cwd: folder }).map(file => join(folder, file)))
  .toSorted()

const address = inject('browser')
const counts = { decks: 0, slides: 0, steps: 0, attributes: 0, 'slides by their place only': 0 }
let site: Awaited<ReturnType<typeof createSite>>
let browser: Browser
const pages: { reference?: Page; ours?: Page } = {}

describe.skipIf(!address && !process.env.CI)('beside reveal.js with its own plugins', () => {
  beforeAll(async () => {
    site = await createSite(files.map(dirname))
    browser = await openBrowser(address)
  })

  afterAll(async () => {
    await browser?.close()
    site?.close()
    const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
    console.info(`compared with reveal.js: ${told.join(', ')}`)
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
      counts.decks += 1
      for (const [number, slide] of reference.slides.entries()) {
        const own = ours.slides[number]
        if (!own) continue
        compare(slide, own, ours.phone[number] ?? [])
        const said = `${input.wall.slides.flat()[number]?.number}${total(input)}`
        for (const drawn of own.steps.map(numberIn)) if (drawn) expect(said, `slide ${own.place}`).toBe(drawn)
      }
    })
  }
})

const total = ({ wall }: Input) => (wall.total === undefined ? '' : `/${wall.total}`)

function compare(reference: SlideTold, ours: SlideTold, phone: string[][]) {
  if (WHOLE.some(difference => difference.is(reference, ours))) {
    counts['slides by their place only'] += 1
    return
  }
  counts.slides += 1
  counts.steps += reference.steps.length - 1
  counts.attributes += reference.attributes
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
