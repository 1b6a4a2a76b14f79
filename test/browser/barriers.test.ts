/** Every page in every state of a class, light and dark, in both languages: nobody is kept out, and nothing is wider than the screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { barriers } from '../support/barriers.ts'
import { launch } from '../support/browser.ts'
import { type Class, type Lang, openClass } from './class/class.ts'
import { pool } from './class/pool.ts'
import { SCENES } from './class/scenes.ts'
import type { PageName, SizeName } from './class/sizes.ts'
import { type Scheme, settle, type Tab } from './class/tab.ts'

const LONG = 120_000
/** One size for each page: what axe looks for is the same in all of them. */
const SIZE: Record<PageName, SizeName> = {
  home: 'phone',
  student: 'phone',
  presenter: 'laptop',
  screen: 'wall',
  report: 'laptop',
}
const path = inject('browser')

/** Words do not depend on the scheme, nor colours on the language: each of both is looked at once. */
const CLASSES: { lang: Lang; scheme: Scheme }[] = [
  { lang: 'en', scheme: 'light' },
  { lang: 'fr', scheme: 'dark' },
]

describe.skipIf(!path && !process.env.CI).for(CLASSES)('a class in $lang', { timeout: LONG }, ({ lang, scheme }) => {
  let browser: Browser
  let room: Class

  beforeAll(async () => {
    browser = await launch(path)
    room = await openClass({ browser, lang, wanted: (page, size) => SIZE[page] === size })
  }, LONG)
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
    test(`nothing keeps anybody out at “${state}”`, async () => {
      const found = await pool(await play(room), tab => look(tab, scheme))
      await clear?.(room)
      await room.leave()
      expect(found.flat()).toEqual([])
    })
  }
})

/** A page that keeps one scheme is looked at in that one. */
async function look(tab: Tab, scheme: Scheme): Promise<string[]> {
  if (!tab.scheme) await tab.view.emulateMedia({ colorScheme: scheme })
  await settle(tab)
  const barred = await barriers(tab.view)
  const wide = await tab.view.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return [...barred, ...(wide ? ['wider than the screen'] : [])].map(
    what => `${tab.page}, ${tab.scheme ?? scheme}: ${what}`,
  )
}
