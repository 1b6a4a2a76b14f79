/** The front door in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { launch } from '../../support/browser.ts'

const path = inject('browserPath')
const SIZES: [number, number][] = [
  [320, 568],
  [390, 844],
  [844, 390],
  // With its keyboard open.
  [844, 190],
  [1280, 800],
]

describe.skipIf(!path && !process.env.CI)('the front door', () => {
  let amphi: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    amphi = await serve('# Opening\n')
    // Of its own, as is the clipboard.
    browser = await launch(path)
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] })
    page = await context.newPage()
    await page.goto(amphi.origin)
    await field().waitFor()
  })
  afterEach(() => page.context().close())

  const field = () => page.getByRole('textbox', { name: 'Code of the class' })
  const inClass = () => page.getByRole('region', { name: 'Slide' }).waitFor()
  const unused = () => (amphi.facts.code === '100000' ? '100001' : '100000')

  test('opens by itself at the sixth digit, ignoring anything in between', async () => {
    const { code } = amphi.facts
    await field().pressSequentially(`${code.slice(0, 3)} ${code.slice(3)}`)
    await inClass()
  })

  test('accepts a pasted address', async () => {
    await page.evaluate(text => navigator.clipboard.writeText(text), amphi.facts.join)
    await field().focus()
    await page.keyboard.press('ControlOrMeta+v')
    await inClass()
  })

  test('shows the code in two halves, and opens a numeric keyboard', async () => {
    await field().pressSequentially('4829')
    expect(await field().inputValue()).toBe('482 9')
    await page.keyboard.press('Backspace')
    expect(await field().inputValue()).toBe('482')
    expect(await field().getAttribute('inputmode')).toBe('numeric')
  })

  test('says which code is unknown, and typing replaces it', async () => {
    await field().pressSequentially(unused())
    await page.getByRole('alert').getByText('No class has the code 100 00').waitFor()
    await field().pressSequentially(amphi.facts.code)
    await inClass()
  })

  test('looks up what was typed over a code that is still being looked up', async () => {
    const answers: (() => void)[] = []
    await page.route(`**/api/lessons/${unused()}`, async route => {
      await new Promise<void>(answer => answers.push(answer))
      await route.fulfill({ status: 404, json: {} })
    })
    await field().pressSequentially(unused())
    await page.locator('[aria-busy=true]').waitFor()
    await field().fill('')
    await field().pressSequentially(amphi.facts.code)
    for (const answer of answers) answer()
    await inClass()
  })

  test('says that a code has six digits, and when the server cannot be reached', async () => {
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('A code has six digits.').waitFor()
    await page.context().setOffline(true)
    await field().pressSequentially(amphi.facts.code)
    await page.getByText('The server cannot be reached.').waitFor()
  })

  test.each(SIZES)('fits %i × %i, with the way to answer in sight, and keeps nobody out', async (width, height) => {
    await page.setViewportSize({ width, height })
    await field().pressSequentially(unused())
    await page.getByRole('alert').getByText('No class').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    for (const seen of [field(), page.getByRole('button', { name: 'Join' }), page.getByRole('alert')]) {
      const box = await seen.boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
    }
  })
})
