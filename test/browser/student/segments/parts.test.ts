/** What the phone says of the parts of a class: what begins, the break and its end, a timer; and what it fetches for that. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../../support/amphi.ts'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { type Cable, layCable } from '../../../support/cable.ts'
import { serveHere } from '../../../support/in-process.ts'
import { onSlide, sees, visit } from '../../sight.ts'

const DECK = `<!-- .slide: data-segment="talk" data-duration="20m" -->
# Opening

---

<!-- .slide: data-segment="quiz" data-duration="15m" -->
# What have you kept?

---

<!-- .slide: data-qcm="number" data-id="many" -->
# How many?

- [x] 3

---

<!-- .slide: data-segment="break" data-duration="10m" -->
# Coffee

---

<!-- .slide: data-segment="workshop" data-duration="90m" -->
# Hands on

- [ ] Begin
`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the parts of a class', () => {
  let amphi: Served
  let browser: Browser
  let cable: Cable
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    cable = await layCable(amphi.origin)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, `${cable.origin}/${amphi.facts.code}`, [390, 844], [])
    await onSlide(phone, 'Opening').waitFor()
  })
  afterEach(async () => {
    await phone?.context().close()
    presenter?.close()
    await cable?.close()
    await amphi?.end()
  })

  test('are announced for a moment over the slide, once, and never over a question', async () => {
    expect(await card().count()).toBe(0)
    await to(4)
    await card().getByText('Hands on').waitFor()
    await card().getByText('Workshop · 1 h 30 min').waitFor()
    await card()
      .getByText(/at your own pace/)
      .waitFor()
    expect(await barriers(phone)).toEqual([])
    await card().waitFor({ state: 'detached' })
    await phone.reload()
    await onSlide(phone, 'Hands on').waitFor()
    expect(await card().count()).toBe(0)
    await to(1)
    await card().getByText('What have you kept?').waitFor()
    await presenter.send({ type: 'startQuiz', segment: presenter.view.segment?.id ?? '' })
    await card().waitFor({ state: 'detached' })
    await phone.getByRole('group', { name: 'How many?' }).waitFor()
  })

  test('a break says how long it lasts, when to be back and what comes next, and that it is over', async () => {
    await to(3)
    const pause = phone.getByRole('region', { name: 'Break' })
    await pause.getByRole('timer').waitFor()
    await pause.getByText(/^Be back at \d/).waitFor()
    await pause.getByText('Then: Workshop, 1 h 30 min').waitFor()
    expect(await barriers(phone)).toEqual([])
    await presenter.send({ type: 'timer', seconds: 1 })
    await pause.getByText('The break is over.').waitFor()
    expect(await pause.getByRole('timer').count()).toBe(0)
    await presenter.send({ type: 'extendTimer', seconds: 300 })
    await pause.getByRole('timer').waitFor()
  })

  test('a phone vibrates a minute before the break is over, unless its student does not want that', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    const hand = await context.newPage()
    await hand.addInitScript(() => {
      Object.assign(window, { shaken: 0 })
      navigator.vibrate = () => {
        Reflect.set(window, 'shaken', Reflect.get(window, 'shaken') + 1)
        return true
      }
    })
    await hand.goto(amphi.facts.join)
    await to(3)
    await hand.getByRole('checkbox', { name: 'Vibrate when a minute is left' }).waitFor()
    const shaken = () => hand.evaluate(() => Reflect.get(window, 'shaken'))
    expect(await shaken()).toBe(0)
    await presenter.send({ type: 'timer', seconds: 62 })
    await expect.poll(shaken).toBe(1)
    await presenter.send({ type: 'timer', seconds: 120 })
    await hand.getByRole('checkbox').uncheck()
    await presenter.send({ type: 'timer', seconds: 30 })
    await hand.getByRole('checkbox').waitFor({ state: 'detached' })
    expect(await shaken()).toBe(1)
    await context.close()
  })

  test('a timer stands small beside the slide, and its end is said in words', async () => {
    await presenter.send({ type: 'timer', seconds: 300 })
    await phone.getByRole('banner').getByRole('timer').waitFor()
    expect(await barriers(phone)).toEqual([])
    await presenter.send({ type: 'timer', seconds: 1 })
    await sees(phone, 'Time is up')
    await presenter.send({ type: 'stopTimer' })
    await phone.getByText('Time is up').waitFor({ state: 'detached' })
  })

  test('a phone has what it needs for the quiz before that begins, and takes it without the connection', async () => {
    await phone.waitForRequest(/quiz-[\w-]+\.js$/)
    await phone.waitForLoadState('networkidle')
    await to(1)
    await sees(phone, 'The quiz has not started yet.')
    await presenter.send({ type: 'startQuiz', segment: presenter.view.segment?.id ?? '' })
    await phone.getByRole('list', { name: 'Questions' }).waitFor()
    cable.cut()
    const question = phone.getByRole('group', { name: 'How many?' })
    await question.getByRole('textbox').fill('3')
    await question.getByRole('button', { name: 'Send answer' }).click()
    await phone.getByText(/^Kept on this phone/).waitFor()
  })

  test('a part that cannot be had is asked for again', async () => {
    await phone.route(/quiz-[\w-]+\.js$/, route => route.abort())
    await to(1)
    await phone.waitForEvent('requestfailed')
    await phone.unroute(/quiz-[\w-]+\.js$/)
    await sees(phone, 'The quiz has not started yet.')
  })

  const to = (h: number) => presenter.send({ type: 'move', h, v: 0, f: -1 })
  const card = () => phone.locator('.title-card')
})
