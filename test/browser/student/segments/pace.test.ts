/** A workshop on the phone: each student walks alone, until the presenter brings everyone together or the class goes on. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../../support/amphi.ts'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { serveHere } from '../../../support/in-process.ts'
import { onSlide, visit } from '../../sight.ts'

const DECK = `<!-- .slide: data-segment="talk" -->
# Opening

---

<!-- .slide: data-segment="workshop" data-duration="1h" -->
# Workshop

- [ ] Begin

---

# Image

- [ ] Build it

---

# Container

- [ ] Run it

---

<!-- .slide: data-segment="talk" -->
# The end
`
const SIZES: [number, number][] = [
  [390, 844],
  [320, 568],
  [740, 360],
]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('at one’s own pace', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [390, 844], [])
    await onSlide(phone, 'Opening').waitFor()
  })
  afterEach(async () => {
    await phone?.context().close()
    presenter?.close()
    await amphi?.end()
  })

  test('a phone walks through the workshop, stays through moves and a reload, and goes to the class with one tap', async () => {
    await to(1)
    await onSlide(phone, 'Workshop').waitFor()
    await phone.getByText('You are where the class is.').waitFor()
    await button('Next slide').click()
    await onSlide(phone, 'Image').waitFor()
    await to(3)
    await phone.getByText('The class is on slide 4: Container.').waitFor()
    await phone.reload()
    await onSlide(phone, 'Image').waitFor()
    await button('Previous slide').click()
    await onSlide(phone, 'Workshop').waitFor()
    await button("Go to the class's slide").click()
    await onSlide(phone, 'Container').waitFor()
    await expect.poll(() => button("Go to the class's slide").count()).toBe(0)
    await to(2)
    await phone.getByText('The class is on slide 3: Image.').waitFor()
    await onSlide(phone, 'Container').waitFor()
  })

  test('the presenter brings everyone, with a word, and lets them go on from there', async () => {
    await to(1)
    await button('Next slide').click()
    await onSlide(phone, 'Image').waitFor()
    await to(3)
    const { id = '' } = presenter.view.segment ?? {}
    await presenter.send({ type: 'pace', segment: id, to: 'class' })
    await onSlide(phone, 'Container').waitFor()
    await phone.locator('.class-place').getByText('The presenter has brought everyone to this slide.').waitFor()
    await to(1)
    await onSlide(phone, 'Workshop').waitFor()
    await presenter.send({ type: 'pace', segment: id, to: 'self' })
    await to(3)
    await phone.getByText('The class is on slide 4: Container.').waitFor()
    await onSlide(phone, 'Workshop').waitFor()
  })

  test('the class takes everyone along into what comes next, and who comes late begins where it is', async () => {
    await to(1)
    await to(3)
    await onSlide(phone, 'Workshop').waitFor()
    const late = await visit(browser, amphi.facts.join, [390, 844], [])
    await onSlide(late, 'Container').waitFor()
    await late.context().close()
    await to(4)
    await onSlide(phone, 'The end').waitFor()
    expect(await phone.getByText('your own pace').count()).toBe(0)
    await to(2)
    await onSlide(phone, 'Workshop').waitFor()
  })

  test.for(SIZES)('all of it is there for everybody, at %s × %s too', async size => {
    await phone.setViewportSize({ width: size[0], height: size[1] })
    await to(1)
    await onSlide(phone, 'Workshop').waitFor()
    await to(3)
    await button("Go to the class's slide").waitFor()
    expect(await barriers(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })

  const to = (h: number) => presenter.send({ type: 'move', h, v: 0, f: -1 })
  const button = (name: string) => phone.getByRole('button', { name, exact: true })
})
