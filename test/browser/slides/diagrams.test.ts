/** Mermaid in a real browser: drawn once by the presenter's page, shown on the wall and on a phone that never loads it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { visit } from '../sight.ts'

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``
const DECK = `# First

---

${fence('graph LR\n  accTitle: How a request goes\n  A[Browser] -->|asks| B{Proxy}')}

- said after it

${fence('pie title Pets\n  "Cats" : 60\n  "Dogs" : 40')}
<!-- .element: class="fragment" -->

---

${fence('graph LR\n  accTitle: With a mistake\n  A --> --> B')}
`
/** As many as a browser opens connections to one server, and more. */
const MANY = Array.from(
  { length: 8 },
  (_, n) => `## Step ${n}\n\n${fence(`flowchart LR\n  accTitle: Drawing ${n}\n  A${n} --> B${n}`)}`,
).join('\n\n---\n\n')
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('diagrams on the three pages', () => {
  let amphi: Served
  let browser: Browser
  let driver: Client
  let phone: Page
  let wall: Page
  const complaints: string[] = []
  /** What the phone has asked for. */
  const asked: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(DECK)
    driver = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [390, 844], complaints)
    phone.on('request', request => asked.push(request.url()))
    await phone.reload()
    wall = await visit(browser, amphi.facts.screen, [1920, 1080], complaints)
  })
  afterAll(async () => {
    driver?.close()
    await browser?.close()
    await amphi?.end()
  })

  const move = (h: number, f = -1) => driver.send({ type: 'move', h, v: 0, f })
  const picture = (page: Page, name: string) => page.getByRole('img', { name, exact: true })
  const drawn = (page: Page, name: string) =>
    expect
      .poll(() => picture(page, name).evaluateAll(([image]) => image instanceof HTMLImageElement && image.naturalWidth))
      .toBeGreaterThan(100)

  /** The tests below build on each other in one lesson. */
  test('a diagram is on the wall and on the phone', async () => {
    await move(1)
    for (const page of [wall, phone]) await drawn(page, 'How a request goes')
    // Of the broken one, which the wall has asked for already.
    expect(complaints.filter(text => !text.includes('status of 410'))).toEqual([])
  })

  test('a diagram in a fragment appears with its step', async () => {
    expect(await picture(phone, 'Diagram').count()).toBe(0)
    await move(1, 0)
    for (const page of [wall, phone]) await drawn(page, 'Diagram')
  })

  test('text after a diagram appears below it', async () => {
    const bottom = await picture(wall, 'How a request goes').evaluate(image => image.getBoundingClientRect().bottom)
    const top = await wall
      .getByText('said after it')
      .first()
      .evaluate(item => item.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(bottom)
  })

  test('the presenter sees which diagram is broken; others see its title in a frame', async () => {
    const presenter = await visit(browser, amphi.facts.present, [1280, 800], [])
    await presenter.getByText(/^The diagram of slide 3 cannot be drawn: Parse error/).waitFor()
    await move(2)
    for (const page of [wall, phone]) await page.locator('.missing', { hasText: 'With a mistake' }).first().waitFor()
  })

  test('the phone loads only pictures and no drawing code', () => {
    expect(asked.filter(url => /\/diagrams\/\w+\.svg$/.test(url)).length).toBeGreaterThanOrEqual(3)
    expect(asked.filter(url => /mermaid|diagram.*\.js|\/api\/.*diagrams/i.test(url))).toEqual([])
  })

  test('more diagrams than a browser has connections are all drawn, even with all pages in one browser', async () => {
    const many = await serve(MANY)
    const driving = await connect(many.origin, many.facts.code, 'presenter', many.facts.key)
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    try {
      for (let h = 1; h < 8; h++) await driving.send({ type: 'move', h, v: 0, f: -1 })
      const student = await context.newPage()
      // Like the wall's, on the same host: they share the browser's connections.
      await student.goto(`${many.origin}/${many.facts.code}`)
      await student.getByRole('img', { name: 'Drawing 7' }).waitFor()
      const screen = await context.newPage()
      await screen.goto(many.facts.screen.replace(/^https?:\/\/[^/]+/, many.origin))
      for (let h = 0; h < 8; h++) {
        await driving.send({ type: 'move', h, v: 0, f: -1 })
        for (const page of [screen, student]) await drawn(page, `Drawing ${h}`)
      }
    } finally {
      await context.close()
      driving.close()
      await many.end()
    }
  })
})
