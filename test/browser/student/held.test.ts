/** A phone as it is held, upright or on its side: what has to be in sight is, and nothing moves under the thumb. In French, whose words take more room. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { type Cable, layCable } from '../../support/cable.ts'
import { serveHere } from '../../support/in-process.ts'
import { sees, visit } from '../sight.ts'

const DECK = `---
lang: fr
---
# Opening

---

# In the background

\`\`\`bash
docker run -d --name web -p 8080:80 nginx:1.29-alpine
docker ps
docker logs web
docker stop web
docker rm web
\`\`\`

---

<!-- .slide: data-qcm data-id="one" -->
# Which of these is the one that all the containers of one host share?

- [ ] The hypervisor below them
  > There is none.
- [x] The kernel of the host
- [ ] The root directory of the host
- [ ] The list of the processes

---

<!-- .slide: data-qcm data-id="many" -->
# Which of these are gone once a container that was run from an image is removed?

- [x] The files that it wrote in its own directory for temporary files
- [x] What it has printed so far, which the engine keeps in files beside it
- [ ] The files in the volume that was mounted into it when it was run
- [ ] The image that it was run from, and the layers of that image
- [x] Its address in the network of the containers of this host
`
const UPRIGHT = { width: 390, height: 844 }
const SIDEWAYS = { width: 844, height: 390 }
const TABLET = { width: 820, height: 1180 }
const NARROW = { width: 320, height: 568 }
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a phone in the hand', () => {
  let amphi: Served
  let cable: Cable
  let browser: Browser
  let presenter: Client
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    cable = await layCable(amphi.origin)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    page = await visit(browser, `${cable.origin}/${amphi.facts.code}`, [390, 844], [])
    await page.locator('section.present').getByText('Opening').waitFor()
  })
  afterEach(async () => {
    await page?.context().close()
    await cable?.close()
    presenter?.close()
    await amphi?.end()
  })

  test.for([UPRIGHT, SIDEWAYS, NARROW])(
    'says in sight that the connection is lost, however far one has scrolled (%o)',
    async size => {
      await page.setViewportSize(size)
      await ask()
      await presenter.send({ type: 'close', poll: 'one' })
      await presenter.send({ type: 'results', poll: 'one', shown: true })
      await presenter.send({ type: 'solution', poll: 'one', shown: true })
      await page.getByText('0 %').first().waitFor()
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }))
      cable.cut()
      const notice = page.getByText('La connexion est perdue')
      await notice.waitFor()
      expect(await inSight(notice)).toBe(true)
    },
  )

  test('brings what came of the question out from under the lost connection', async () => {
    await page.setViewportSize(NARROW)
    await ask()
    await choose(0)
    await presenter.send({ type: 'close', poll: 'one' })
    await presenter.send({ type: 'solution', poll: 'one', shown: true })
    await sees(page, 'There is none.')
    cable.cut()
    await page.getByText('La connexion est perdue').waitFor()
    await expect.poll(() => inSight(page.locator('.verdict-head'))).toBe(true)
  })

  test('leaves the choices where they are on its side when voting closes and the question gets shorter', async () => {
    await page.setViewportSize(SIDEWAYS)
    await ask()
    await choose(3)
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }))
    const last = page.locator('.question-choice').last()
    const before = await last.boundingBox()
    await presenter.send({ type: 'close', poll: 'one' })
    await page.getByText('Le vote est clos').first().waitFor()
    await page.getByRole('radio', { disabled: true }).first().waitFor()
    expect(await last.boundingBox()).toEqual(before)
  })

  test('brings the outcome into sight when it is told', async () => {
    await page.setViewportSize(SIDEWAYS)
    await ask()
    await choose(0)
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }))
    await presenter.send({ type: 'close', poll: 'one' })
    await presenter.send({ type: 'solution', poll: 'one', shown: true })
    await sees(page, 'There is none.')
    await expect.poll(() => inSight(page.getByText('There is none.'))).toBe(true)
  })

  test('keeps in sight what sends several answers, however long the question is', async () => {
    await page.setViewportSize(NARROW)
    await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'many' })
    await page.locator('.question-choice').first().click()
    await expect.poll(() => inSight(page.getByRole('button', { name: 'Envoyer la réponse' }))).toBe(true)
  })

  test('gives a question all the room on its side where the slide says nothing else', async () => {
    await page.setViewportSize(SIDEWAYS)
    await ask()
    await expect
      .poll(() =>
        page
          .locator('.question')
          .boundingBox()
          .then(box => box?.width ?? 0),
      )
      .toBeGreaterThan(700)
  })

  test('shows code once on its side, with the way to copy it', async () => {
    await page.setViewportSize(SIDEWAYS)
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await page.locator('section.present').getByText('In the background').waitFor()
    await page.getByRole('button', { name: /^Copier/ }).waitFor()
    expect(await page.getByText('docker run').filter({ visible: true }).count()).toBe(1)
  })

  test('shows code once on a tablet', async () => {
    await page.setViewportSize(TABLET)
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await page.getByRole('button', { name: /^Copier/ }).waitFor()
    expect(await page.getByText('docker run').filter({ visible: true }).count()).toBe(1)
  })

  test('wraps code to be read without breaking an option', async () => {
    await page.setViewportSize(NARROW)
    await page.getByRole('button', { name: 'Vue lecture' }).click()
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    const option = page.locator('.reading-code').getByText('-p', { exact: true })
    await option.waitFor()
    expect(await option.evaluate(element => element.getClientRects().length)).toBe(1)
  })

  test.for([SIDEWAYS, NARROW])('shows all choices beside the receipt where there is room for them (%o)', async size => {
    await page.setViewportSize(size)
    await ask()
    await choose(2)
    const receipt = page.getByText(/^Enregistrée/)
    for (const choice of [2, 3]) {
      const box = await page.locator('.question-choice').nth(choice).boundingBox()
      const top = (await receipt.boundingBox())?.y ?? 0
      expect((box?.y ?? top) + (box?.height ?? 0)).toBeLessThanOrEqual(top)
    }
  })

  test.for([UPRIGHT, SIDEWAYS, NARROW])(
    'says in sight that the class is over, also beside long code (%o)',
    async size => {
      await page.setViewportSize(size)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await page.getByText('docker run').first().waitFor()
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }))
      await presenter.send({ type: 'end' })
      const over = page.getByRole('heading', { name: 'Le cours est terminé' })
      await over.waitFor()
      expect(await inSight(over)).toBe(true)
    },
  )

  test('shows the last slide again, with its question, once the class is over', async () => {
    await ask()
    await presenter.send({ type: 'end' })
    await page.getByRole('region', { name: 'Diapositive' }).getByText('The kernel of the host').waitFor()
  })

  test('leaves the receipt in sight beside the lost connection, where the question has all the room', async () => {
    await page.setViewportSize({ width: 568, height: 320 })
    await page.getByRole('button', { name: 'Vue lecture' }).click()
    await ask()
    await choose(1)
    cable.cut()
    await page.getByText('La connexion est perdue').waitFor()
    expect(await inSight(page.locator('.question-status'))).toBe(true)
  })

  async function ask() {
    await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'one' })
    await page.getByText('Le vote est ouvert').first().waitFor()
  }

  async function choose(choice: number) {
    await page.locator('.question-choice').nth(choice).click()
    await page.getByText(/^Enregistrée/).waitFor()
  }

  /** Whether all of it is in the window, with nothing else over it. */
  const inSight = (place: Locator) =>
    place.evaluate(element => {
      const { left, top, bottom } = element.getBoundingClientRect()
      const holds = (y: number) => element.contains(document.elementFromPoint(left + 8, y))
      return top >= 0 && bottom <= innerHeight && holds(top + 2) && holds(bottom - 2)
    })
})
