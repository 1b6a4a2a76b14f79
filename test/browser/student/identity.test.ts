/** A phone's identity, from its first attempt to connect. */
import type { Browser, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone that joins', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve('# Opening')
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  })
  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
  })

  test('is one student even if its first connection broke before it was acknowledged', async () => {
    const page = await browser.newPage()
    let tries = 0
    await page.routeWebSocket(/socket\.io/, phone => {
      tries += 1
      if (tries === 1) breakOnAdmission(phone)
      else phone.connectToServer()
    })
    await page.goto(`${amphi.origin}/${amphi.facts.code}`)
    await page.locator('section.present', { hasText: 'Opening' }).waitFor()
    await presenter.until(({ audience }) => audience?.connected === 1)
    expect(tries).toBe(2)
    expect(presenter.view.audience).toMatchObject({ joined: 1, connected: 1 })
  })
})

/** Socket.IO acknowledges a connection with a packet of type `40`. */
function breakOnAdmission(phone: WebSocketRoute) {
  const server = phone.connectToServer()
  server.onMessage(message => {
    if (!String(message).startsWith('40')) return phone.send(message)
    void server.close()
    void phone.close()
  })
}
