/** For every deck at hand: the Reading view shows the same text as the slide at that step, in the same order. */
import { existsSync, globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { inputOf } from '../reveal/input.ts'
import { createSite } from '../reveal/site.ts'

const root = join(import.meta.dirname, '../../..')
const files = ['test/browser/reading', 'test/decks', 'slides', '../shared/decks', '../shared/cases/decks']
  .map(folder => join(root, folder))
  .filter(existsSync)
  .flatMap(folder => globSync('**/*.md', { cwd: folder }).map(file => join(folder, file)))
  // A mistake in front matter keeps the whole deck back.
  .filter(file => !file.endsWith('27-star-title.md'))
  .toSorted()

const address = inject('browser')
let site: Awaited<ReturnType<typeof createSite>>
let browser: Browser
let page: Page

describe.skipIf(!address && !process.env.CI)('what a phone reads', () => {
  beforeAll(async () => {
    site = await createSite(files.map(dirname))
    browser = await openBrowser(address)
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  })

  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  for (const [index, file] of files.entries()) {
    test(`${relative(root, file)} has the same text in the Reading view as on its slides`, async () => {
      await page.goto(`${site.origin}/decks/${index}/reading.html`)
      const told = await page.evaluate(input => window.words(input), inputOf(file, `/decks/${index}/`))
      for (const { place, drawn, read, ways } of told) {
        expect.soft(read, place).toBe(drawn)
        expect.soft(ways[1], place).toBe(ways[0])
      }
    })
  }
})
