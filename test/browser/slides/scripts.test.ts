/** A deck with scripts on its slides: they run on the screen, sandboxed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, startAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

/** What a hostile script would try; each line of the slide says how it went. */
const DECK = `---
scripts: own.js
theme: white
---
# Scripts

<p id="ran">not run</p>
<p id="own">not run</p>
<p class="fragment">comes with its step</p>

<script>
const said = []
const tried = name => [() => said.push(name + ' reached'), () => said.push(name + ' refused')]
try { document.cookie; tried('cookie')[0]() } catch { tried('cookie')[1]() }
try { parent.document.title; tried('page')[0]() } catch { tried('page')[1]() }
fetch('/api/lessons/' + location.pathname.split('/')[1] + '/report.json')
  .then(...tried('report'))
  .then(() => { document.getElementById('ran').textContent = said.join(', ') })
</script>
`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a deck with scripts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-scripts-'))
  const deck = join(folder, 'deck.md')
  let browser: Browser
  let amphi: Amphi

  beforeAll(async () => {
    writeFileSync(deck, DECK)
    writeFileSync(join(folder, 'own.js'), `document.getElementById('own').textContent = 'own script ran'`)
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('runs none by default, and says so', async () => {
    amphi = await startAmphi({ deck, data: join(folder, 'data') })
    const wall = await (await browser.newContext()).newPage()
    await wall.goto(amphi.facts.screen)
    await wall.locator('#ran', { hasText: 'not run' }).waitFor()
    expect(await wall.locator('iframe, script[src*=own]').count()).toBe(0)
    expect(amphi.logs()).toContain('deck.md:11: warning: <script> is left out; with --unsafe-scripts')
    expect(amphi.logs()).toContain('deck.md:2: warning: the scripts own.js are left out')
    await amphi.kill()
  })

  test('with --unsafe-scripts runs them on the screen, without access to cookies, pages or results', async () => {
    amphi = await startAmphi({ deck, data: join(folder, 'data'), flags: ['--unsafe-scripts'] })
    const context = await browser.newContext()
    const presenter = await context.newPage()
    await presenter.goto(amphi.facts.present)
    await presenter.locator('#ran', { hasText: 'not run' }).first().waitFor()
    const wall = await context.newPage()
    await wall.goto(amphi.facts.screen)
    const slide = wall.frameLocator('iframe.frame')
    await slide.getByText('cookie refused, page refused, report refused').waitFor()
    await slide.getByText('own script ran').waitFor()
    const font = (page: Page | FrameLocator) =>
      page
        .locator('h1')
        .first()
        .evaluate(it => getComputedStyle(it).fontFamily)
    expect(await font(slide)).toContain('Source Sans Pro')
    const later = slide.getByText('comes with its step')
    await later.waitFor({ state: 'hidden' })
    await presenter.getByRole('button', { name: 'Next', exact: true }).click()
    await later.waitFor({ state: 'visible' })

    const phone = await (await browser.newContext()).newPage()
    await phone.goto(amphi.facts.join)
    await phone.locator('#ran', { hasText: 'not run' }).waitFor()
    expect(await phone.locator('iframe').count()).toBe(0)
    const frame = await fetch(new URL(wall.frames()[1]?.url() ?? '', amphi.origin))
    expect(frame.status).toBe(404)
  })
})
