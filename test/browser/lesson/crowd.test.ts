/** Joining as people see it: locked and reopened, a student removed and let back in, a scripted crowd removed. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { onSlide, sees, visit } from '../sight.ts'

const DECK = `# Welcome

---

<!-- .slide: data-qcm data-id="one" -->
# Which one?

- [x] this
- [ ] that
`
const PHONE: [number, number] = [360, 740]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the door', () => {
  let amphi: Served
  let browser: Browser
  let desk: Page
  let wall: Page
  let phone: Page
  let presenter: Client

  beforeAll(async () => {
    amphi = await serveHere(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    browser = await openBrowser(address)
    desk = await visit(browser, amphi.facts.present, [1366, 768], [])
    wall = await visit(browser, amphi.facts.screen, [1280, 720], [])
    phone = await visit(browser, amphi.facts.join, PHONE, [])
    await onSlide(phone, 'Welcome').waitFor()
  })
  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
  })

  test('shows that joining is locked, and lets waiting phones in once it is reopened', async () => {
    await desk.keyboard.press('l')
    await sees(desk, 'Locked')
    await sees(wall, 'Joining is locked')
    expect(await wall.getByRole('img', { name: /QR/ }).count()).toBe(0)
    const late = await visit(browser, amphi.facts.join, PHONE, [])
    await late.getByText('This page then comes in by itself.').waitFor()
    expect(await barriers(desk)).toEqual([])
    expect(await barriers(wall)).toEqual([])
    await phone.reload()
    await onSlide(phone, 'Welcome').waitFor()
    await desk.keyboard.press('l')
    await onSlide(late, 'Welcome').waitFor()
    await wall.getByRole('img', { name: /QR/ }).waitFor()
    await late.context().close()
  })

  test('lets a student who was removed by mistake back in, and counts their answer again', async () => {
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'one' })
    await phone.getByRole('radio', { name: /this/ }).check({ force: true })
    await presenter.until(({ poll }) => poll?.answered === 1)
    await desk.keyboard.press('w')
    await desk
      .getByRole('button', { name: /^Remove / })
      .first()
      .click()
    await desk.getByRole('button', { name: 'Remove', exact: true }).last().click()
    const back = desk.getByRole('button', { name: /^Let back in: / })
    await back.waitFor()
    await phone.getByRole('heading', { name: 'You are no longer in this class' }).waitFor()
    await presenter.until(({ poll }) => poll?.answered === 0)
    expect(await barriers(desk)).toEqual([])
    await back.click()
    await back.waitFor({ state: 'detached' })
    await phone.getByRole('radio', { name: /this/, checked: true }).waitFor()
    await presenter.until(({ poll, audience }) => poll?.answered === 1 && audience?.connected === 1)
    await desk.keyboard.press('Escape')
  })

  test('reports a crowd that has left, and removes it with its answers', async () => {
    const { joined = 0 } = presenter.view.audience ?? {}
    // By the server's clock they come and go at one moment, long after all others, however long that takes here.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 20_000)
    onTestFinished(() => clock.mockRestore())
    const fakes: Client[] = []
    for (let index = 0; index < 40; index++) fakes.push(await connect(amphi.origin, amphi.facts.code, 'student'))
    for (const fake of fakes) await fake.send({ type: 'answer', poll: 'one', round: 1, value: [1] })
    for (const fake of fakes) fake.close()
    await desk.getByText(/40 joined within 1 s and are gone/).waitFor()
    await presenter.until(({ poll, health }) => poll?.answered === 41 && health?.dropping === false)
    expect(await barriers(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Remove them and their answers' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await presenter.until(({ poll, audience }) => poll?.answered === 1 && audience?.joined === joined)
    await desk.getByText(/joined within/).waitFor({ state: 'detached' })
    await phone.getByRole('radio', { name: /this/, checked: true }).waitFor()
  })
})
