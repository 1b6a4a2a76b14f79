/** A deck whose sizes are limited for a projector: other pages draw it at theirs. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { visit } from '../sight.ts'

const address = inject('browser')

/** How a slide is drawn in its place. */
function beyond(slides: Element) {
  const drawn = slides.getBoundingClientRect().width
  const place = slides.closest('.reveal-viewport')?.getBoundingClientRect().width ?? 0
  return { tooWide: drawn > place + 1, tiny: drawn < place / 2 }
}

describe.skipIf(!address && !process.env.CI)('limits of scale', () => {
  let browser: Browser
  const served: Served[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
    for (const amphi of served) await amphi.end()
  })

  test.each([
    ['minScale: 1', 'maxScale: 1'],
    ['minScale: 0.9', 'width: 1600'],
    ['disableLayout: true'],
    ['maxScale: 0.1'],
  ])('a phone and the presenter see the whole slide with %s', async (...limits) => {
    const amphi = await serve(
      `---\nrevealOptions:\n  ${limits.join('\n  ')}\n---\n# No scaling for my projector\n\n---\n\n# Next`,
    )
    served.push(amphi)
    for (const [url, size] of [
      [amphi.facts.join, [360, 740]],
      [amphi.facts.present, [1366, 768]],
    ] as const) {
      const page = await visit(browser, url, [...size], [])
      await page.getByText('No scaling for my projector').first().waitFor({ state: 'attached' })
      await expect
        .poll(() => page.locator('.reveal-viewport .slides').first().evaluate(beyond))
        .toEqual({ tooWide: false, tiny: false })
      await page.context().close()
    }
  })
})
