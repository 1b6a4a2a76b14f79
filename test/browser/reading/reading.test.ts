/** The Reading view in a real browser: when a phone shows it, what it shows, and that it stays when the network goes. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { serveHere } from '../../support/in-process.ts'
import { CODE, DECK, PICTURE } from './deck.ts'

const PHONE: Size = [390, 844]
const address = inject('browser')

type Size = [width: number, height: number]

describe.skipIf(!address && !process.env.CI)('the Reading view', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: BrowserContext | undefined

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK, { 'box.svg': PICTURE, 'behind.svg': PICTURE })
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  })
  afterEach(async () => {
    await phone?.close()
    presenter?.close()
    await amphi?.end()
  })

  test('a slide with large letters is shown as it is, and read from the first one on that is too small', async () => {
    const page = await open(PHONE)
    await reveal(page).waitFor()
    expect(await pressed(page)).toBe('Slide view')
    await show(1)
    await slide(page).getByRole('heading', { name: 'Code' }).waitFor()
    expect(await pressed(page)).toBe('Reading view')
    expect(await drawnBeside(page)).toBe(true)
    await show(0)
    await slide(page).getByRole('heading', { name: 'Large letters' }).waitFor()
    expect(await pressed(page)).toBe('Reading view')
  })

  test('the same slide is shown as it is where there is room', async () => {
    const page = await open([1280, 800])
    await show(1)
    await reveal(page).waitFor()
    expect(await pressed(page)).toBe('Slide view')
  })

  test('what the student chose counts on every slide, and after a reload', async () => {
    const page = await open(PHONE)
    await show(1)
    await page.getByRole('button', { name: 'Slide view' }).click()
    await reveal(page).waitFor()
    await page.reload()
    await reveal(page).waitFor()
    expect(await pressed(page)).toBe('Slide view')
    await page.getByRole('button', { name: 'Reading view' }).click()
    await show(0)
    await page.reload()
    await slide(page).getByRole('heading', { name: 'Large letters' }).waitFor()
    expect(await reveal(page).count()).toBe(0)
  })

  test('text is at least 16 px, and nothing is wider than the narrowest phone', async () => {
    const page = await open([320, 568], 'reading')
    for (const h of [0, 1, 2]) {
      await show(h)
      await slide(page).getByRole('heading').first().waitFor()
      const { least, wide } = await page.evaluate(() => {
        const all = [...document.querySelectorAll('.reading-text *:not(.katex *, .small)')]
        const sizes = all.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
        return { least: Math.min(...sizes), wide: document.documentElement.scrollWidth }
      })
      expect(least).toBeGreaterThanOrEqual(16)
      expect(wide).toBe(320)
    }
    expect(await drawnBeside(page)).toBe(true)
  })

  test('code is wrapped, each block is copied as it was written, and the line pointed at is marked', async () => {
    const page = await open(PHONE, 'reading')
    await phone?.grantPermissions(['clipboard-read', 'clipboard-write'])
    await show(1)
    const lit = page.locator('.code-line[data-lit="true"]')
    await lit.getByText('longName').first().waitFor()
    await page.getByRole('button', { name: 'Copy block 1' }).click()
    await page.getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${CODE}\n\nlet second`)
    await page.getByRole('button', { name: 'Copy block 2' }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('docker ps')
    await show(1, 0)
    await lit.getByText('let').waitFor()
    expect(await slide(page).locator('pre').count()).toBe(2)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await barriers(page)).toEqual([])
    }
  })

  test('a step that appears leaves the reader where they are, and the next slide begins at its top', async () => {
    const page = await open([320, 568], 'reading')
    await show(1)
    await page.getByRole('button', { name: 'Copy block 2' }).scrollIntoViewIfNeeded()
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }))
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(0)
    expect(await slide(page).getByText('a step').count()).toBe(0)
    await show(1, 1)
    await slide(page).getByText('a step').waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(before)
    await show(2)
    await slide(page).getByRole('heading', { name: 'Pictures' }).waitFor()
    expect(await page.evaluate(() => scrollY)).toBe(0)
  })

  test('a picture has its words below, and opens in full until Escape or the back key', async () => {
    const page = await open(PHONE, 'reading')
    const before = page.url()
    await show(2)
    await slide(page).getByText('A dark box', { exact: true }).waitFor()
    const picture = page.getByRole('button', { name: 'Enlarge: A dark box' })
    const full = page.getByRole('dialog', { name: 'A dark box' })
    await picture.click()
    await full.waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await full.waitFor({ state: 'hidden' })
    expect(await picture.evaluate(element => element === document.activeElement)).toBe(true)
    await picture.click()
    await full.waitFor()
    await page.goBack()
    await full.waitFor({ state: 'hidden' })
    expect(page.url()).toBe(before)
    await page.getByRole('button', { name: 'Enlarge: Picture behind this slide' }).waitFor()
  })

  test('the deck decides neither size nor colour nor place, links between slides work, and nobody is kept out', async () => {
    const page = await open([320, 568], 'reading')
    await show(1)
    await show(2)
    const small = slide(page).getByText('Small print')
    const look = await small.evaluate(element => {
      const { color, fontSize, position } = getComputedStyle(element)
      return { same: color === getComputedStyle(document.body).color, fontSize, position }
    })
    expect(look).toEqual({ same: true, fontSize: '17px', position: 'static' })
    expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: 'Back to the code' }).click()
    await slide(page).getByRole('heading', { name: 'Code' }).waitFor()
    await page.getByRole('button', { name: 'Back to live' }).click()
    await small.waitFor()
  })

  test('links of the slide that is read first work, before any other has been read', async () => {
    await show(1)
    await show(2)
    const page = await open(PHONE, 'reading')
    await page.getByRole('link', { name: 'Back to the code' }).click()
    await slide(page).getByRole('heading', { name: 'Code' }).waitFor()
  })

  test('the question stands once, in the panel', async () => {
    const page = await open(PHONE, 'reading')
    await show(3)
    await page.getByRole('group', { name: 'Which one?' }).waitFor()
    await expect.poll(() => page.getByText('green').count()).toBe(1)
    await expect.poll(() => page.getByText('Which one?').filter({ visible: true }).count()).toBe(1)
  })

  test('what has been seen can be read on without a network', async () => {
    const cable = await layCable(amphi.origin)
    const page = await open(PHONE, undefined, cable.origin)
    await reveal(page).waitFor()
    await show(1)
    await show(2)
    const picture = slide(page).getByRole('img', { name: 'A dark box' })
    const width = () => picture.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth)
    await expect.poll(width).toBe(800)
    cable.cut()
    await page.getByText(/^The connection is lost/).waitFor()
    await page.getByRole('button', { name: 'Previous slide' }).click()
    await slide(page).getByRole('heading', { name: 'Code' }).waitFor()
    await page.getByRole('button', { name: 'Slide view' }).click()
    await reveal(page).waitFor()
    await page.getByRole('button', { name: 'Next slide' }).click()
    await page.getByRole('button', { name: 'Reading view' }).click()
    expect(await width()).toBe(800)
    await page.getByRole('button', { name: 'Enlarge: A dark box' }).click()
    const full = page.getByRole('dialog').getByRole('img', { name: 'A dark box' })
    await expect.poll(() => full.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth)).toBe(800)
    await page.close()
    await cable.close()
  })

  async function open([width, height]: Size, view?: string, origin = amphi.origin): Promise<Page> {
    phone = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' })
    if (view) await phone.addInitScript(name => localStorage.setItem('amphi:view', name), view)
    const page = await phone.newPage()
    await page.goto(`${origin}/${amphi.facts.code}`)
    await page.getByText('Live', { exact: true }).first().waitFor()
    return page
  }

  const show = (h: number, f = -1) => presenter.send({ type: 'move', h, v: 0, f })
})

const slide = (page: Page) => page.getByRole('region', { name: 'Slide', exact: true })
const reveal = (page: Page) => slide(page).locator('.reveal section.present')
const pressed = (page: Page) =>
  page.getByRole('group', { name: 'View' }).locator('[aria-pressed="true"]').getAttribute('aria-label')
/** Whether the slide that is drawn to be looked at covers nothing of the page, and makes it no longer. */
const drawnBeside = (page: Page) =>
  page.locator('.reading-probe').evaluate(box => {
    const { right, top } = box.getBoundingClientRect()
    return right <= 0 && top === 0 && getComputedStyle(box).position === 'fixed'
  })
