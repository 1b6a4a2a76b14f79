/** A folder's list of decks in a real browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Run, runAmphi } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a folder of decks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-decks-'))
  for (const name of ['Birds', 'Trees']) writeFileSync(join(folder, `${name}.md`), `# ${name}\n\n---\n\n# Two\n`)
  let browser: Browser
  let page: Page
  let run: Run
  let list: string

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    run = runAmphi([folder, '--no-open', '--port', '0', '--data', join(folder, '.data')])
    await run.printed('pick the one to present')
    await run.printed('\n')
    list = /http:\S+/.exec(run.out())?.[0] ?? ''
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  })
  afterEach(async () => {
    await page.context().close()
    run.child.kill('SIGKILL')
    await run.ended
  })

  test('leads to the presenter’s page of the deck that is picked, by a click or two', async () => {
    await page.goto(list)
    await page.getByText('2 slides').first().waitFor()
    await page.getByRole('link', { name: 'Trees' }).dblclick()
    await page.getByRole('button', { name: 'Blank screen' }).waitFor()
    expect(await page.title()).toContain('Trees')
  })

  test('leads there by the keyboard as well', async () => {
    await page.goto(list)
    await page.getByRole('link', { name: 'Birds' }).press('Enter')
    await page.getByRole('button', { name: 'Blank screen' }).waitFor()
  })

  test.each([
    ['fr-FR', 'Choisissez les diapositives à présenter.', '2 diapositives'],
    ['en-GB', 'Pick the deck to present.', '2 slides'],
  ])('speaks the browser’s language, here %s, and keeps nobody out', async (locale, help, count) => {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 568 } })
    const own = await context.newPage()
    await own.goto(list)
    await own.getByText(help).waitFor()
    await own.getByText(count).first().waitFor()
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    for (const colorScheme of ['light', 'dark'] as const) {
      await own.emulateMedia({ colorScheme })
      expect(await barriers(own)).toEqual([])
    }
    await context.close()
  })
})
