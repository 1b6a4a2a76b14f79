/** Slides have one number on every page, also where the deck shows it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, serve } from '../support/amphi.ts'
import { launch } from '../support/browser.ts'
import { sees, visit } from './sight.ts'

const SLIDES = `# A

---

# B

----

# C

---

<!-- .slide: data-visibility="uncounted" -->
# D

---

# E
`
const path = inject('browser')

describe.skipIf(!path && !process.env.CI)('a slide’s number on the wall', { timeout: 60_000 }, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch(path)
  })
  afterAll(() => browser?.close())

  test.each([
    ['true', ['3', '5']],
    ['c', ['3', '5']],
    ['c/t', ['3/5', '5/5']],
    ['h.v', ['2.2', '4']],
  ])(
    'with slideNumber %s is the one of phone and presenter, unless the deck counts stacks',
    async (format, expected) => {
      const amphi = await serve(
        `---\nverticalSeparator: ^----$\nrevealOptions:\n  slideNumber: ${format}\n---\n${SLIDES}`,
      )
      const presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
      try {
        const wall = await visit(browser, amphi.facts.screen, [1280, 720], [])
        const desk = await visit(browser, amphi.facts.present, [1366, 768], [])
        const number = wall.locator('.reveal > .slide-number')
        await presenter.send({ type: 'move', h: 1, v: 1, f: -1 })
        await expect.poll(async () => (await number.innerText()).replace(/\s/g, '')).toBe(expected[0])
        await sees(desk, 'Slide 3 of 5')
        await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
        await expect.poll(async () => (await number.innerText()).replace(/\s/g, '')).toBe(expected[1])
        await wall.context().close()
        await desk.context().close()
      } finally {
        presenter.close()
        await amphi.end()
      }
    },
  )
})
