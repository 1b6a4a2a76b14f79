/** One lesson in real Chromium: presenter, wall and three phones, by the names that people and screen readers find. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startAmphi } from '../support/amphi.ts'

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const DECK = `# Opening

- shown at the first step <!-- .element: class="fragment" -->

---

<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
  > Red is a colour of fire.
- [x] green

> Grass is green.
`

test('a class follows, answers, and sees what it answered', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-lesson-'))
  const deck = join(folder, 'deck.md')
  writeFileSync(deck, DECK)
  const amphi = await startAmphi({ deck, data: join(folder, 'data') })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS.split(' ') })
  try {
    const { code, key, present, screen, join: joinUrl } = amphi.facts
    const phone = () => visit(browser, joinUrl, 390, 844)
    const presenter = await visit(browser, present, 1280, 800)
    const wall = await visit(browser, screen, 1920, 1080)
    const [ada, bob] = [await phone(), await phone()]
    const press = (name: string) => presenter.getByRole('button', { name }).first().click()
    const slide = (page: Page) => page.getByRole('region', { name: 'Slide', exact: true })

    await slide(ada).getByText('Opening').first().waitFor()
    expect(await ada.content()).not.toContain('shown at the first step')
    await press('Next')
    await slide(ada).getByText('shown at the first step').first().waitFor()

    const late = await phone()
    await slide(late).getByText('shown at the first step').first().waitFor()
    await press('Next')
    await press('Open voting')

    await ada.getByRole('radio', { name: 'green' }).click({ force: true })
    await ada.getByText('Recorded').first().waitFor()
    await bob.getByRole('radio', { name: 'green' }).click({ force: true })
    await bob.getByText('Recorded: B').first().waitFor()
    await bob.getByRole('radio', { name: 'red' }).click({ force: true })
    await bob.getByText('Recorded: A').first().waitFor()
    await bob.reload()
    await bob.getByText('Recorded: A').first().waitFor()
    await late.context().setOffline(true)
    await late.getByRole('radio', { name: 'green' }).click({ force: true })
    await late.context().setOffline(false)
    await late.getByText('Recorded: B').first().waitFor()

    await presenter.getByText('3 of 3 answered').first().waitFor()
    await wall.getByText('3 answered').first().waitFor()
    await press('Close voting')
    await press('Show results')
    await wall.getByText('67%').first().waitFor()
    await press('Show solution')
    for (const [page, verdict] of [
      [ada, 'Right'],
      [bob, 'Not right'],
      [late, 'Right'],
    ] as const) {
      await page.getByText(verdict).first().waitFor()
      await page.getByText('Grass is green.').first().waitFor()
    }
    await bob.getByText('Red is a colour of fire.').first().waitFor()
    expect(await ada.content()).not.toContain('Red is a colour of fire.')

    const csv = await fetch(`${amphi.origin}/api/lessons/${code}/report.csv`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    const rows = (await csv.text()).split('\r\n').slice(1, 4)
    expect(rows.map(row => row.split(',').slice(2, 4).join()).toSorted()).toEqual(['A,0', 'B,1', 'B,1'])
  } finally {
    await browser.close()
    await amphi.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function visit(browser: Browser, url: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } })
  const page = await context.newPage()
  await page.goto(url)
  return page
}
