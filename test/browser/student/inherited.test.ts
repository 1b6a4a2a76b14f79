/** Questions whose ids are names that every object has: the phone knows its answer to each, and none that was not given. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { sees, visit } from '../sight.ts'

const IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
/** Not asked. */
const PASSED_OVER = 'valueOf'
const DECK = [...IDS, PASSED_OVER]
  .map((id, index) => `<!-- .slide: data-qcm data-id="${id}" -->\n# Question ${index}\n\n- [ ] this\n- [x] that\n`)
  .join('\n---\n\n')
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('on a phone', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page
  beforeAll(async () => {
    browser = await openBrowser(address)
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
    const h = IDS.indexOf(id)
    await presenter.send({ type: 'move', h, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: id })
    const question = phone.getByRole('group', { name: `Question ${h}` })
    const that = question.getByRole('radio', { name: /that/, disabled: false })
    await that.waitFor()
    expect(await question.getByRole('radio', { checked: true }).count()).toBe(0)
    await that.check({ force: true })
    await presenter.until(({ poll }) => poll?.id === id && poll.answered === 1)
    await phone.getByText('Recorded').first().waitFor()
    await phone.reload()
    await question.getByRole('radio', { name: /that/, checked: true }).waitFor()
    await phone.getByText('Recorded').first().waitFor()
  })

  test('an answer to a question that was never asked is not there', async () => {
    await presenter.send({ type: 'move', h: IDS.length, v: 0, f: -1 })
    await presenter.send({ type: 'end' })
    await sees(phone, 'The class is over.')
    await expect.poll(() => phone.locator('.review-item').count()).toBe(IDS.length)
  })
})
