/** The narrowest usual phone with letters twice as large (WCAG 1.4.4): no word of a choice stands one letter a line. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { launch } from '../support/browser.ts'
import { visit } from './sight.ts'

const DECK = `<!-- .slide: data-qcm data-id="q" -->
## Which of these is a planet?

- [x] Mercury, the nearest one
- [ ] Proxima Centauri, the nearest star
`
/** Letters that a line must have room for, by their width. */
const ROOM = 5
const path = inject('browser')

describe.skipIf(!path && !process.env.CI)('with large letters', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await launch(path)
    amphi = await serve(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [360, 740], [])
    await presenter.send({ type: 'open', poll: 'q' })
    await phone.locator('.question-choice-text').first().waitFor()
  })

  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
  })

  test.each([100, 175, 200])('at %i per cent choices have room for their words', async size => {
    await phone.addStyleTag({ content: `html { font-size: ${size}% !important }` })
    const rooms = await phone
      .locator('.question-choice-text')
      .evaluateAll(texts => texts.map(text => text.clientWidth / Number.parseFloat(getComputedStyle(text).fontSize)))
    for (const room of rooms) expect(room).toBeGreaterThanOrEqual(ROOM)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
