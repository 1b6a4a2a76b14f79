/** Questions whose ids are names that every object has: the phone knows its answer to each, and none that was not given. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { launch } from '../support/browser.ts'
import { visit } from './sight.ts'

const IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
const DECK = IDS.map(id => `<!-- .slide: data-qcm data-id="${id}" -->\n# Which?\n\n- [ ] this\n- [x] that\n`).join(
  '\n---\n\n',
)
const path = inject('browser')

describe.skipIf(!path && !process.env.CI)('on a phone', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page
  beforeAll(async () => {
    browser = await launch(path)
    amphi = await serve(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [360, 740], [])
  })
  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
  })

  test.each(IDS)('the answer to %s is there, before and after a reload', async id => {
    await presenter.send({ type: 'move', h: IDS.indexOf(id), v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: id })
    const that = phone.getByRole('radio', { name: /that/ })
    await that.waitFor()
    expect(await phone.getByRole('radio', { checked: true }).count()).toBe(0)
    await that.check({ force: true })
    await presenter.until(({ poll }) => poll?.id === id && poll.answered === 1)
    await phone.getByText('Recorded').first().waitFor()
    await phone.reload()
    await phone.getByRole('radio', { name: /that/, checked: true }).waitFor()
    await phone.getByText('Recorded').first().waitFor()
  })
})
