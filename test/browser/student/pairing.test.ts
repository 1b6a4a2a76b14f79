/** A phone that opens the address from a pairing QR code. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone with a ticket', () => {
  let amphi: Served
  let browser: Browser

  beforeAll(async () => {
    amphi = await serve('# One\n\n---\n\n# Two')
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  async function ticketUrl(): Promise<string> {
    const { code, key } = amphi.facts
    const response = await fetch(`${amphi.origin}/api/lessons/${code}/pairing`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
    })
    return (await response.json()).url
  }

  async function phone(url: string, watch: (page: Page) => void = () => {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
    const page = await context.newPage()
    watch(page)
    await page.goto(url)
    return page
  }

  test('is a presenter’s, drives, stays so when it is loaded again, and shows the ticket nowhere', async () => {
    const page = await phone(await ticketUrl())
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Slide 2 of 2').first().waitFor()
    expect(page.url()).toBe(`${amphi.facts.join}/present`)
    await page.reload()
    await page.getByText('Slide 2 of 2').first().waitFor()
  })

  test('that another phone has used is asked for the key, and asks for nothing before', async () => {
    const url = await ticketUrl()
    const first = await phone(url)
    await first.getByRole('button', { name: 'Next' }).waitFor()
    const asked: string[] = []
    const second = await phone(url, page => page.on('request', request => asked.push(request.url())))
    await second.getByLabel('Key or link').waitFor()
    await second.getByText('That code has been used').waitFor()
    expect(second.url()).toBe(`${amphi.facts.join}/present`)
    expect(asked.filter(address => /diagrams|report/.test(address))).toEqual([])
  })
})
