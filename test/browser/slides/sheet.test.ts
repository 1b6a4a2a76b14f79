/** A deck's own sheets style the deck on every page, and nothing around it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, startAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const DECK = `---
theme: own.css
css: more.css
---
# Dressed

Some words.
`
const OWN = `:root { --mine: rgb(1, 2, 3); }
body { background: rgb(4, 5, 6); }
.reveal-viewport .reveal p { font-style: italic; }
html body .reveal h1 { color: var(--mine); }`
const MORE = `.reveal h1 { text-transform: uppercase; }
button, a { outline: 9px solid red !important; }`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a deck with sheets of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-sheet-'))
  let browser: Browser
  let amphi: Amphi

  beforeAll(async () => {
    const deck = join(folder, 'deck.md')
    writeFileSync(deck, DECK)
    writeFileSync(join(folder, 'own.css'), OWN)
    writeFileSync(join(folder, 'more.css'), MORE)
    browser = await openBrowser(address)
    amphi = await startAmphi({ deck, data: join(folder, 'data') })
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(['join', 'screen', 'present'] as const)(
    'is styled by them on the page "%s", which itself is not',
    async page => {
      const tab = await (await browser.newContext()).newPage()
      await tab.goto(amphi.facts[page])
      await tab.locator('.reveal h1', { hasText: 'Dressed' }).first().waitFor()
      const worn = await tab.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
        return {
          title: [style('.reveal h1').color, style('.reveal h1').textTransform],
          words: style('.reveal p').fontStyle,
          ground: style('.reveal-viewport').backgroundColor,
          page: style('body').backgroundColor,
          buttons: [...document.querySelectorAll('button')]
            .filter(it => !it.closest('.reveal-viewport'))
            .map(it => getComputedStyle(it).outlineWidth),
        }
      })
      expect(worn).toMatchObject({ title: ['rgb(1, 2, 3)', 'uppercase'], words: 'italic', ground: 'rgb(4, 5, 6)' })
      expect(worn.page).not.toBe('rgb(4, 5, 6)')
      expect(worn.buttons).not.toContain('9px')
    },
  )
})
