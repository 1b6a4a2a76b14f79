/** Every page in every state of a class, light and dark, in both languages: accessible, and no wider than the screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { barriers, COLOURS } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { type Class, LANGUAGES, type Lang, openClass } from './class.ts'
import { pool } from './pool.ts'
import { SCENES } from './scenes.ts'
import type { PageName, SizeName } from './sizes.ts'
import { SCHEMES, settle, type Tab } from './tab.ts'

/** One size for each page: what axe looks for is the same in all of them. */
const SIZE: Record<PageName, SizeName> = {
  home: 'phone',
  student: 'phone',
  presenter: 'laptop',
  screen: 'wall',
  report: 'laptop',
  teach: 'laptop',
  decks: 'phone',
}
const LANGS = Object.keys(LANGUAGES) as Lang[]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI).for(LANGS)('a class in %s', lang => {
  let browser: Browser
  let room: Class

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openClass({ browser, lang, wanted: (page, size) => SIZE[page] === size })
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
  })

  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, 'the class came to a halt before')
    onTestFailed(({ task }) => {
      broken = task.result?.errors?.some(({ name }) => name !== 'AssertionError') ?? true
    })
  })

  for (const { state, play, clear } of SCENES.filter(scene => !scene.scrolled)) {
    test(`all pages are accessible at “${state}”`, async () => {
      const found = await pool(await play(room), look)
      await clear?.(room)
      await room.leave()
      expect(found.flat()).toEqual([])
    })
  }
})

/** In both schemes, unless the page keeps to one; the second time at the colours alone, since nothing else has changed. */
async function look(tab: Tab): Promise<string[]> {
  const found: string[] = []
  for (const [index, scheme] of (tab.scheme ? [tab.scheme] : SCHEMES).entries()) {
    if (!tab.scheme) await tab.view.emulateMedia({ colorScheme: scheme })
    await settle(tab)
    const barred = await barriers(tab.view, index === 0 ? undefined : COLOURS)
    found.push(...barred.map(what => `${tab.page}, ${scheme}: ${what}`))
  }
  const wide = await tab.view.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return wide ? [...found, `${tab.page}: wider than the screen`] : found
}
