/** A deck outside the live world, in a real browser: its site opened from a disk, its PDF, the presenter's print view. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { runAmphi, startAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const DECK = `---
highlightTheme: github
---
# First

- one <!-- .element: class="fragment" -->
- two <!-- .element: class="fragment" -->

Note: for the speaker
---
<!-- .slide: data-qcm -->
### Which one?

- [ ] red
- [x] green
--
## Below

![a dot](img/dot.svg) ![nothing there](img/lost.png)
---
\`\`\`mermaid
graph LR; A-->B
\`\`\`
`
const SEPARATORS = ['--separator', '\n---\n', '--vertical-separator', '\n--\n']
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a deck outside the live world', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-site-'))
  const deck = join(folder, 'deck.md')
  const complaints: string[] = []
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(address)
    mkdirSync(join(folder, 'img'))
    writeFileSync(join(folder, 'img', 'dot.svg'), SVG)
    writeFileSync(deck, DECK)
    expect(await runAmphi([deck, '--static', join(folder, 'site'), ...SEPARATORS]).ended).toBe(0)
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('the site opens from a disk and is paged through with the keyboard, step by step', async () => {
    const page = await open('')
    await at(page, '#/')
    await expect(shown(page)).resolves.toBe('Firstonetwo')
    expect(await page.$$('.fragment.visible')).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.fragment.visible >> text=one')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.fragment.visible >> text=two')
    await page.keyboard.press('ArrowRight')
    await at(page, '#/1')
    await expect(shown(page)).resolves.toBe('Which one?redgreen')
    await page.keyboard.press('ArrowDown')
    await at(page, '#/1/1')
    await page.waitForSelector('.present .missing >> text=nothing there')
    expect(await page.$eval('.present img', image => image instanceof HTMLImageElement && image.naturalWidth)).toBe(40)
    await page.keyboard.press('ArrowRight')
    await at(page, '#/2')
    await page.waitForSelector('.present img.diagram[src^="data:image/svg+xml"]')
    expect(complaints).toEqual([])
  })

  test('an address with a slide’s number opens the site at that slide', async () => {
    const page = await open('#/1/1')
    await expect(shown(page)).resolves.toBe('Belownothing there')
  })

  test('the site opened with ?print-pdf lays out one page a slide, with all steps', async () => {
    const page = await open('?print-pdf')
    expect(await page.$$eval('.pdf-page', all => all.length)).toBe(4)
    expect(await page.$$eval('.fragment.visible', all => all.length)).toBe(2)
  })

  test('on paper nothing is lost of what is too tall or too wide for a slide', async () => {
    const tall = join(folder, 'tall.md')
    const lines = (count: number, text: string) => Array.from({ length: count }, (_, n) => `${text}${n + 1}`).join('\n')
    const wide = `const wide = [${lines(40, 'long ').replaceAll('\n', ', ')}] // line 0`
    writeFileSync(
      tall,
      [
        '# Print',
        `## A list\n\n${lines(22, '- line ')}`,
        `## Code\n\n\`\`\`js\n${wide}\n${lines(30, '// line ')}\n\`\`\``,
        `## Numbered\n\n\`\`\`js [1-2|3]\n${lines(90, '// line ')}\n\`\`\``,
      ].join('\n\n---\n\n'),
    )
    expect(await runAmphi([tall, '--static', join(folder, 'tall-site')]).ended).toBe(0)
    const page = await open('?print-pdf', 'tall-site')
    const lost = await page.$$eval('.pdf-page', pages => {
      const seen = new Set<string>()
      const all = new Set<string>()
      for (const sheet of pages) {
        const paper = sheet.getBoundingClientRect()
        const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const range = document.createRange()
          range.selectNodeContents(walker.currentNode)
          const slide = sheet.querySelector('h1, h2')?.textContent
          for (const [place, { top, bottom, left, right }] of [...range.getClientRects()].entries()) {
            const text = `${slide}: ${walker.currentNode.textContent?.trim()} ${place}`
            all.add(text)
            const inside = top >= paper.top && bottom <= paper.bottom && left >= paper.left && right <= paper.right
            if (inside) seen.add(text)
          }
        }
      }
      return [...all].filter(text => !seen.has(text))
    })
    expect(lost).toEqual([])
    const heights = await page.$$eval('.pdf-page', pages => pages.map(sheet => Math.ceil(sheet.clientHeight)))
    expect(Math.max(...heights)).toBeLessThanOrEqual(728)
  })

  test('the PDF has a page for every slide, of the size asked for', async () => {
    const file = join(folder, 'class')
    const { ended, err } = runAmphi([deck, '--print', file, '--print-size=1024x768', ...SEPARATORS], {
      CHROME_PATH: inject('browserPath'),
    })
    expect([await ended, err()]).toEqual([0, expect.not.stringContaining('could not')])
    const pdf = readFileSync(`${file}.pdf`, 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(4)
    expect(new Set(pdf.match(/\/MediaBox *\[[^\]]*\]/g))).toEqual(new Set(['/MediaBox [0 0 768 576]']))
  })

  test('the presenter prints a lesson’s deck from the screen’s page, a student cannot', async () => {
    const amphi = await startAmphi({ deck, data: join(folder, 'data'), flags: SEPARATORS })
    try {
      const page = await (await browser.newContext()).newPage()
      await page.goto(amphi.facts.screen.replace('#', '?print-pdf#'))
      await page.waitForSelector('html.reveal-print .pdf-page')
      expect(await page.$$eval('.pdf-page', all => all.length)).toBe(4)
      expect(await page.content()).not.toContain('for the speaker')

      const student = await (await browser.newContext()).newPage()
      await student.goto(`${amphi.facts.join}?print-pdf`)
      await student.waitForSelector('.reveal.ready')
      expect(await student.$$('.pdf-page')).toEqual([])
      await student.goto(`${new URL(amphi.facts.screen).origin}/${amphi.facts.code}/screen?print-pdf`)
      await student.waitForSelector('form, [role="alert"], input')
      expect(await student.$$('.pdf-page, .reveal')).toEqual([])
    } finally {
      await amphi.stop()
    }
  })

  async function open(rest: string, site = 'site'): Promise<Page> {
    const page = await (
      await browser.newContext({ viewport: { width: 1000, height: 730 }, reducedMotion: 'reduce' })
    ).newPage()
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(`${pathToFileURL(join(folder, site, 'index.html'))}${rest}`)
    await page.waitForSelector('html[data-drawn]')
    return page
  }
})

/** Waits for the slide's number in the address. */
const at = (page: Page, hash: string) => page.waitForFunction(wanted => (location.hash || '#/') === wanted, hash)

const shown = (page: Page) =>
  page.$eval('section.present:not(.stack)', section => section.textContent?.replace(/\s*\n\s*/g, '').trim())
