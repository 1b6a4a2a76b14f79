/** One tap that tells the presenter how it goes. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { visit } from '../sight.ts'

const DECK = `# First

---

<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [x] yes
- [ ] no
`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('how it goes', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [320, 640], complaints)
  })
  afterEach(async () => {
    await phone?.context().close()
    presenter?.close()
    await amphi?.end()
  })

  const feeling = (name: string) => phone.getByRole('group', { name: 'How it goes' }).getByRole('button', { name })
  const pressed = () =>
    phone.getByRole('group', { name: 'How it goes' }).getByRole('button', { pressed: true }).allInnerTexts()

  test('is told with one tap, one at a time, and taken back with another', async () => {
    await feeling("I'm lost").click()
    await expect.poll(() => presenter.view.pulse).toEqual({ lost: 1, fast: 0, clear: 0 })
    expect(await pressed()).toEqual(["I'm lost"])
    await feeling('Clear').click()
    await expect.poll(() => presenter.view.pulse).toEqual({ lost: 0, fast: 0, clear: 1 })
    expect(await barriers(phone)).toEqual([])
    await phone.reload()
    await expect.poll(pressed).toEqual(['Clear'])
    await feeling('Clear').click()
    await expect.poll(() => presenter.view.pulse).toEqual({ lost: 0, fast: 0, clear: 0 })
    expect(await pressed()).toEqual([])
    expect(complaints).toEqual([])
  })

  test('belongs to a slide: on the next one nothing is pressed', async () => {
    await feeling('Too fast').click()
    await expect.poll(pressed).toEqual(['Too fast'])
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await expect.poll(pressed).toEqual([])
  })

  test('is not asked while there is a question to answer', async () => {
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await feeling('Clear').waitFor()
    await presenter.send({ type: 'open', poll: 'q' })
    await feeling('Clear').waitFor({ state: 'detached' })
    await presenter.send({ type: 'close', poll: 'q' })
    await feeling('Clear').waitFor()
  })

  test('fits in one row beneath the slide, and into the header of a phone on its side', async () => {
    const middle = (name: string) =>
      phone.getByRole('button', { name }).evaluate(button => {
        const { top, bottom } = button.getBoundingClientRect()
        return Math.round((top + bottom) / 2)
      })
    const names = ["I'm lost", 'Too fast', 'Clear', 'Ask a question']
    await feeling('Clear').waitFor()
    const rows = async () => new Set(await Promise.all(names.map(middle))).size
    expect(await rows()).toBe(1)
    await phone.setViewportSize({ width: 640, height: 320 })
    await expect.poll(() => middle('Clear')).toBeLessThan(44)
    expect(await rows()).toBe(1)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
