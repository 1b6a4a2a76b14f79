/** My lessons in a real browser: found from where a presenter is, read, and deleted for good. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Amphi, connect, startAmphi } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'

const address = inject('browser')
const folder = mkdtempSync(join(tmpdir(), 'amphi-my-lessons-'))
const data = join(folder, 'data')
const LONG = 'A title that is rather long, as titles of classes may well be, and goes over several lines on a phone'

function deck(title: string): string {
  const file = join(folder, `${title.slice(0, 5)}.md`)
  writeFileSync(file, `---\ntitle: ${title}\n---\n\n# One\n`)
  return file
}

describe.skipIf(!address && !process.env.CI)('my lessons', () => {
  let amphi: Amphi
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    for (const title of ['Trees', LONG]) {
      const earlier = await startAmphi({ deck: deck(title), data })
      const presenter = await connect(earlier.origin, earlier.facts.code, 'presenter', earlier.facts.key)
      await presenter.send({ type: 'end' })
      presenter.close()
      await earlier.stop()
    }
    amphi = await startAmphi({ deck: deck('Birds'), data })
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  })
  afterEach(() => page.context().close())

  const lesson = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  const enter = async () => {
    await page.goto(`${amphi.origin}/teach`)
    await lesson('Birds').waitFor()
  }

  test('are found from the front door, and from the presenter’s menu', async () => {
    await page.goto(amphi.origin)
    await page.getByText('Are you presenting?').click()
    await page.getByRole('link', { name: 'My lessons' }).click()
    await page.getByRole('heading', { name: 'My lessons' }).waitFor()
    await page.goto(amphi.facts.present)
    await page.getByRole('button', { name: 'Menu' }).click()
    expect(await page.getByRole('link', { name: 'My lessons' }).getAttribute('href')).toBe('/teach')
  })

  test('lead to a report of an earlier class, and to the one that is on', async () => {
    await enter()
    await lesson('Trees')
      .getByRole('link', { name: /^Report of Trees/ })
      .click()
    await page.getByRole('heading', { name: 'Trees' }).waitFor()
    await enter()
    await page.getByRole('link', { name: 'Open Birds' }).click()
    await page.getByRole('button', { name: 'Blank screen' }).waitFor()
  })

  test.each([
    [320, 568],
    [1280, 800],
  ])('fit %i × %i, and keep nobody out, in light and dark', async (width, height) => {
    await page.setViewportSize({ width, height })
    await enter()
    await lesson('Trees').getByText('0 people').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect((await lesson('Trees').getByRole('button').boundingBox())?.height).toBe(48)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
    }
  })

  test('are not shown on another computer, which is told where they are', async () => {
    await page.route('**/api/lessons', route => route.fulfill({ status: 403, json: { reason: 'forbidden' } }))
    await page.goto(`${amphi.origin}/teach`)
    await page.getByRole('heading', { name: 'on the computer that Amphi runs on' }).waitFor()
    await page.getByText(`Open http://localhost:${new URL(amphi.origin).port}/teach there.`).waitFor()
    expect(await barriers(page)).toEqual([])
  })

  test('ask before one is deleted, and then say so; the one that is on cannot be', async () => {
    await enter()
    expect(await lesson('Birds').getByRole('button').count()).toBe(0)
    const remove = lesson('Trees').getByRole('button', { name: /^Delete Trees/ })
    await remove.click()
    await page.getByRole('dialog', { name: 'Delete “Trees” for good?' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(await remove.evaluate(button => button === document.activeElement)).toBe(true)
    await remove.press('Enter')
    await page.getByRole('button', { name: 'Delete for good' }).last().click()
    await page.getByRole('status').getByText('“Trees” is deleted.').waitFor()
    expect(await lesson('Trees').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('status')
    await page.reload()
    await lesson('Birds').waitFor()
    expect(await page.getByRole('listitem').count()).toBe(2)
  })
})
