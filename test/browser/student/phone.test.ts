/** A phone while slides and questions come and go: what is sent and what is not, where the page stands, and what can be read. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { sees, visit } from '../sight.ts'

const DECK = `---
revealOptions:
  slideNumber: true
---
# Opening

---

<!-- .slide: data-qcm data-id="several" data-points="5" -->
# Which ones?

- [x] $\\frac{1}{2} + \\frac{1}{\\frac{a}{b}}$
- [x] green
- [ ] blue
- [ ] yellow
- [ ] orange
- [ ] black

---

<!-- .slide: data-qcm="text" data-id="text" -->
# Which town?

The one on the river.

- [x] Paris

---

# Long

${'- one line of text\n'.repeat(14)}
`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    expect(complaints).toEqual([])
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    page = await visit(browser, `${amphi.origin}/${amphi.facts.code}`, [390, 844], complaints)
    await page.locator('section.present').getByText('Opening').waitFor()
  })
  afterEach(async () => {
    await page?.context().close()
    presenter?.close()
    await amphi?.end()
  })

  test('says that a change is not sent, and shows what is recorded when nothing is left to be sent at the close', async () => {
    await ask(1, 'several')
    await page.getByRole('checkbox', { name: 'green' }).check()
    await page.getByRole('checkbox', { name: 'blue' }).check()
    await sees(page, 'Not sent yet')
    await page.getByRole('button', { name: 'Send answer' }).click()
    await sees(page, 'Recorded: B and C. Select others to change.')
    expect(await page.getByText('Not sent yet').count()).toBe(0)
    for (const name of ['green', 'blue']) {
      await page.getByRole('checkbox', { name }).uncheck()
      await sees(page, 'Not sent yet')
    }
    await presenter.send({ type: 'close', poll: 'several' })
    await sees(page, 'Recorded: B and C.')
    for (const name of ['green', 'blue']) expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true)
  })

  test('sends a text that was changed, and shows what is recorded once voting has closed', async () => {
    await ask(2, 'text')
    const field = page.getByRole('textbox', { name: 'Your answer' })
    await field.fill('Lyon')
    await page.getByRole('button', { name: 'Send answer' }).click()
    await sees(page, 'Recorded: Lyon. Send another to change.')
    await field.fill('Paris')
    await sees(page, 'Not sent yet')
    await presenter.send({ type: 'close', poll: 'text' })
    await sees(page, 'Recorded: Paris.')
    expect(await field.inputValue()).toBe('Paris')
  })

  test('says of a question that was only answered in an earlier round that it was not answered, and then that all is over', async () => {
    await ask(1, 'several')
    await page.getByRole('checkbox', { name: 'blue' }).check()
    await page.getByRole('button', { name: 'Send answer' }).click()
    await sees(page, 'Recorded: C. Select others to change.')
    await presenter.send({ type: 'close', poll: 'several' })
    await presenter.send({ type: 'solution', poll: 'several', shown: true })
    await presenter.send({ type: 'again', poll: 'several' })
    await presenter.send({ type: 'open', poll: 'several' })
    await presenter.send({ type: 'close', poll: 'several' })
    await presenter.send({ type: 'end' })
    await page.getByRole('button', { name: 'Which ones? Not answered' }).waitFor()
    expect(await page.getByText('Not right').count()).toBe(0)
    await page.getByRole('banner').getByText('Over', { exact: true }).waitFor()
    expect(await page.getByText('Live', { exact: true }).count()).toBe(0)
  })

  test('brings an open question to the top of the page, with nothing of the slide above it, and then stays there', async () => {
    await ask(1, 'several')
    await sees(page, 'Voting is open.')
    const panel = page.locator('.student-panel')
    await expect.poll(async () => (await panel.boundingBox())?.y).toBeLessThanOrEqual(0)
    const before = await page.evaluate(() => scrollY)
    await presenter.send({ type: 'close', poll: 'several' })
    await sees(page, 'Voting is closed.')
    await presenter.send({ type: 'results', poll: 'several', shown: true })
    await sees(page, '0 answers in all')
    await presenter.send({ type: 'solution', poll: 'several', shown: true })
    await sees(page, 'You did not answer this question.')
    expect(await page.evaluate(() => scrollY)).toBe(before)
  })

  test('draws the digits of a fraction in a fraction large enough to be read', async () => {
    await ask(1, 'several')
    const digit = page.getByRole('group').locator('.katex-html .mfrac .mfrac .mord:not(:has(*))').first()
    await expect
      .poll(() => digit.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize)))
      .toBeGreaterThanOrEqual(11)
  })

  test('reads a slide that runs out of its frame, and says so to who wants to see it', async () => {
    await show(3)
    await page.getByRole('button', { name: 'Reading view', pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Slide view' }).click()
    await sees(page, 'This slide is larger than its frame. The Reading view shows all of it.')
    await show(0)
    await page.getByText('This slide is larger than its frame').waitFor({ state: 'detached' })
  })

  test('numbers slides once, also beside an open question on the narrowest phone', async () => {
    await page.setViewportSize({ width: 320, height: 568 })
    await page.getByRole('button', { name: 'Reading view' }).click()
    await ask(2, 'text')
    await page.getByRole('navigation').getByRole('button', { name: 'Question', exact: true }).waitFor()
    const number = page.getByRole('navigation').getByText('3', { exact: true })
    const shown = await number.boundingBox()
    const next = await page.getByRole('button', { name: 'Slide view' }).boundingBox()
    expect(Math.abs((shown?.y ?? 0) - (next?.y ?? 99))).toBeLessThan(30)
    await page.getByRole('button', { name: 'Slide view' }).click()
    await page.locator('section.present').getByText('Which town?').waitFor()
    expect(await page.locator('.slide-number').isVisible()).toBe(false)
  })

  const show = (h: number) => presenter.send({ type: 'move', h, v: 0, f: -1 })

  async function ask(h: number, poll: string) {
    await show(h)
    await presenter.send({ type: 'open', poll })
    await page.getByText('Voting is open.', { exact: true }).first().waitFor()
  }
})
