/** What Chromium really loads when a student opens the page: within the budget, nothing twice, nothing from other sites. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, startAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

/** Bytes of HTML, scripts, sheets and the deck's text as they come over the wire (DESIGN §11). */
const BUDGET = 90_000
const DECK = join(import.meta.dirname, '../../../slides/docker.md')
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true }

const address = inject('browser')
const folder = mkdtempSync(join(tmpdir(), 'amphi-weight-'))
let amphi: Amphi
let browser: Browser

describe.skipIf(!address && !process.env.CI)('a student opens the page for the first time', () => {
  beforeAll(async () => {
    amphi = await startAmphi({ deck: DECK, data: folder })
    browser = await openBrowser(address)
  })

  afterAll(async () => {
    await browser?.close()
    await amphi?.stop()
    rmSync(folder, { recursive: true })
  })

  test('the first slide loads within the budget, from this server only, and nothing is fetched in vain', async () => {
    const context = await browser.newContext(PHONE)
    const page = await context.newPage()
    const asked = new Map<string, { address: string; bytes: number; coding?: string | undefined }>()
    const complaints: string[] = []
    page.on('console', message => {
      if (message.type() !== 'info' && message.type() !== 'log') complaints.push(message.text())
    })
    const wire = await context.newCDPSession(page)
    wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
      asked.set(requestId, { address: request.url, bytes: 0 })
    })
    wire.on('Network.responseReceived', ({ requestId, response }) => {
      const one = asked.get(requestId)
      if (!one) return
      one.coding = response.headers['Content-Encoding']
      // Until here: the answer's headers.
      one.bytes = -response.encodedDataLength
    })
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = asked.get(requestId)
      if (one) one.bytes += encodedDataLength
    })
    await wire.send('Network.enable')
    await page.goto(amphi.facts.join)
    await page.getByRole('region', { name: 'Slide' }).getByRole('heading').first().waitFor()
    await page.waitForLoadState('networkidle')

    const loaded = [...asked.values()]
    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0)
    console.info(`A phone has loaded ${total.toLocaleString('en')} bytes in ${loaded.length} answers.`)
    expect(total).toBeLessThanOrEqual(BUDGET)
    expect(loaded.map(({ address }) => new URL(address).origin)).toEqual(loaded.map(() => amphi.origin))
    const files = loaded.filter(({ address }) => /\.(js|css)$/.test(address))
    expect(files.map(({ coding }) => coding)).toEqual(files.map(() => 'br'))
    expect(new Set(files.map(({ address }) => address)).size).toBe(files.length)
    expect(complaints).toEqual([])
  })
})
