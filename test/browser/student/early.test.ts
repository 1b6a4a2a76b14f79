/** A student joins at the moment when the presenter moves on. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone that joins while the presenter goes on', () => {
  let amphi: Served
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve('# One\n\n---\n\n# Two\n')
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  test('shows a slide that was revealed while earlier ones were still loading', async () => {
    const { code, key } = amphi.facts
    const presenter = await connect(amphi.origin, code, 'presenter', key)
    await presenter.send({ type: 'move', h: 0, v: 0, f: -1 })
    const page = await browser.newPage()
    const revealed = new Promise<void>(resolve => {
      page.on('websocket', socket =>
        socket.on('framereceived', ({ payload }) => String(payload).includes('["slides"') && resolve()),
      )
    })
    await page.route('**/deck?as=student', async route => {
      const response = await route.fetch()
      // Before that, what is shown reaches nobody, and is in the deck that is asked for on connecting.
      await presenter.until(({ audience }) => audience?.connected === 1)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await revealed
      await route.fulfill({ response })
    })
    await page.goto(`${amphi.origin}/${code}`)
    await page.getByRole('region', { name: 'Slide', exact: true }).getByText('Two', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Previous slide' }).isEnabled()).toBe(true)
    presenter.close()
  })
})
