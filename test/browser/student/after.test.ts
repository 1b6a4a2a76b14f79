/** A phone when a question opens, when the class is over, and when its server presents another class. */
import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Amphi, type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere, startHere } from '../../support/in-process.ts'

const DECK = `# Roots of $x^2 = 2$

---

<!-- .slide: data-qcm data-id="q" data-time="60s" -->
# Which one?

![A field](field.svg)

- [ ] red
  > Red is a colour of fire.
- [x] green

> Grass is green.
`
const FIELD = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="900"/>'
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone at the turns of a class', () => {
  let amphi: Served
  let next: Amphi | undefined
  let browser: Browser
  let presenter: Client
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK, { 'field.svg': FIELD })
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    const context = await browser.newContext({ viewport: { width: 320, height: 568 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(`${amphi.origin}/${amphi.facts.code}`)
    await page.getByText('Live', { exact: true }).first().waitFor()
  })
  afterEach(async () => {
    await page?.context().close()
    presenter?.close()
    await next?.kill()
    next = undefined
    await amphi?.end()
  })

  test('a formula in a title is announced once', async () => {
    await page.getByText('Slide 1: Roots of x² = 2', { exact: true }).waitFor({ state: 'attached' })
  })

  test.each(['slide', 'reading'])(
    'a question that opens is in view and announced, with the slide one tap away (%s)',
    async view => {
      await page.getByRole('button', { name: view === 'slide' ? 'Slide view' : 'Reading view' }).click()
      await show(1)
      await picture().waitFor()
      await presenter.send({ type: 'open', poll: 'q' })
      for (const part of [page.getByText('1:00', { exact: true }), ...(await page.getByRole('radio').all())]) {
        await expect.poll(() => inSight(part)).toBe(true)
      }
      await page.getByText('Voting is open. Which one?', { exact: true }).waitFor({ state: 'attached' })
      expect(await barriers(page)).toEqual([])
      await page.getByRole('button', { name: 'To the slide' }).click()
      expect(await page.evaluate(() => scrollY)).toBe(0)
      if (view === 'slide') return
      await page.getByRole('button', { name: 'Question', exact: true }).click()
      for (const choice of await page.getByRole('radio').all()) await expect.poll(() => inSight(choice)).toBe(true)
    },
  )

  test('a class that is over stays readable, with own and right answers, even after a reload', async () => {
    await answered()
    await presenter.send({ type: 'end' })
    await looksBack()
    await page.reload()
    await looksBack()
    expect(await page.getByRole('button', { name: 'Back to live' }).count()).toBe(0)
    expect(await barriers(page)).toEqual([])
  })

  test('what was shown stays when the server presents another class', async () => {
    await answered()
    await amphi.stop()
    next = await startHere({
      deck: `${amphi.folder}/deck/deck.md`,
      data: `${amphi.folder}/other`,
      port: Number(new URL(amphi.origin).port),
    })
    await looksBack()
    expect(await barriers(page)).toEqual([])
  })

  test('an ended class stays over on every page when the server presents another one', async () => {
    const { present, screen } = amphi.facts
    const desk = await page.context().newPage()
    await desk.setViewportSize({ width: 1280, height: 720 })
    await desk.goto(present)
    await desk.getByRole('button', { name: 'Blank screen' }).waitFor()
    const wall = await page.context().newPage()
    await wall.goto(screen)
    await wall.locator('section.present').first().waitFor()
    await presenter.send({ type: 'end' })
    await wall.getByText('The class is over').waitFor()
    const refusals = [page, desk, wall].map(refused)
    await amphi.stop()
    const { folder, origin } = amphi
    next = await startHere({
      deck: `${folder}/deck/deck.md`,
      data: `${folder}/data`,
      port: Number(new URL(origin).port),
    })
    await Promise.all(refusals)
    await wall.getByText('The class is over').waitFor()
    await desk.getByRole('link', { name: 'Report' }).waitFor()
    await page.getByRole('heading', { name: 'The class is over' }).waitFor()
    for (const tab of [page, desk, wall]) {
      expect(
        await tab
          .getByText(/was stopped|is lost|No connection|no class/)
          .filter({ visible: true })
          .allTextContents(),
      ).toEqual([])
    }
  })

  test('a class left for another one is paused on the phone, and goes on when it is presented again', async () => {
    await answered()
    await amphi.stop()
    await goOnWith('other.md')
    await page.getByRole('heading', { name: 'The class is not on at the moment.' }).waitFor()
    await page.getByRole('button', { name: 'Which one? ✗ Not right' }).waitFor()
    const visitor = await page.context().newPage()
    await visitor.goto(`${amphi.origin}/${amphi.facts.code}`)
    await visitor.getByRole('heading', { name: 'This class is not on at the moment' }).waitFor()
    expect(await barriers(visitor)).toEqual([])
    await next?.stop()
    await goOnWith('deck.md')
    expect(next?.facts.code).toBe(amphi.facts.code)
    for (const waiting of [page, visitor]) {
      // As the browser does when somebody looks at the page again.
      await waiting.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await waiting.getByText('Live', { exact: true }).first().waitFor()
    }
  })

  test('a phone that returns to a past class says that it is over', async () => {
    await presenter.send({ type: 'end' })
    await amphi.stop()
    await goOnWith('other.md')
    await page.goto(`${amphi.origin}/${amphi.facts.code}`)
    await page.getByRole('heading', { name: 'This class is over' }).waitFor()
    expect(await page.getByText('Check the code').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
  })

  async function goOnWith(name: string) {
    const { folder, origin } = amphi
    if (name !== 'deck.md') writeFileSync(`${folder}/deck/${name}`, '# Another class\n')
    next = await startHere({
      deck: `${folder}/deck/${name}`,
      data: `${folder}/data`,
      port: Number(new URL(origin).port),
    })
  }

  /**
   * Resolves once the server has refused the page because the class is unknown (a Socket.IO packet of type `44`). A page
   * whose WebSocket connected before the server was ready polls instead.
   */
  const refused = (tab: Page) =>
    new Promise<void>(resolve => {
      const hear = (text: string) => text.startsWith('44') && resolve()
      tab.on('websocket', socket => socket.on('framereceived', ({ payload }) => hear(String(payload))))
      tab.on('response', response => {
        if (response.url().includes('transport=polling')) response.text().then(hear, () => {})
      })
    })

  async function answered() {
    await show(1)
    await presenter.send({ type: 'open', poll: 'q' })
    await page.getByRole('radio', { name: 'red' }).click()
    await page.getByText('Recorded: A. Tap another to change.').waitFor()
    await presenter.send({ type: 'solution', poll: 'q', shown: true })
    await page.getByText('Grass is green.').waitFor()
    await show(0)
  }

  async function looksBack() {
    await page.getByRole('heading', { name: 'The class is over.' }).waitFor()
    await page.getByRole('button', { name: 'Which one? ✗ Not right' }).click()
    await page.getByText('Grass is green.').waitFor()
    await page.getByText('Red is a colour of fire.').waitFor()
    await page.getByRole('button', { name: 'Previous slide' }).click()
    await page.getByRole('region', { name: 'Slide', exact: true }).getByRole('heading', { name: 'Roots of' }).waitFor()
  }

  const show = (h: number) => presenter.send({ type: 'move', h, v: 0, f: -1 })
  const picture = () => page.getByRole('region', { name: 'Slide', exact: true }).getByRole('img', { name: 'A field' })
})

/** Whether an element is entirely on the screen, with nothing covering its centre. */
function inSight(thing: ReturnType<Page['getByText']>): Promise<boolean> {
  return thing.evaluate(element => {
    const { top, bottom, left, width, height } = element.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return top >= 0 && bottom <= innerHeight && above !== null && (element.contains(above) || above.contains(element))
  })
}
