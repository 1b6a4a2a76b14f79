/** What every shared case opens: a class, its pages, each in a real browser; all is closed when the case is over. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type Amphi, type Client, connect, runAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { startHere } from '../../support/in-process.ts'

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
export const WALL = { viewport: { width: 1280, height: 720 } }

/** To be called where the cases are described. */
export function casePages() {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-cases-'))
  let browser: Browser
  /** What a case has opened, and how it is closed. */
  const opened: (() => Promise<unknown> | unknown)[] = []

  beforeAll(async () => {
    browser = await openBrowser(inject('browser'))
  })
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  return { folder, opened, present, asked, open, list }

  async function present(deck: string): Promise<{ amphi: Amphi; presenter: Client }> {
    const data = mkdtempSync(join(folder, 'data-'))
    const amphi = await startHere({ deck, data, flags: ['--lang', 'en'].slice(0, /rtl/.test(deck) ? 0 : 2) })
    opened.push(amphi.kill)
    const presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    opened.push(presenter.close)
    return { amphi, presenter }
  }

  /** The first question is open, and one phone is there to answer it. */
  async function asked(deck: string, poll: string) {
    const { amphi, presenter } = await present(deck)
    const phone = await open(amphi.facts.join, PHONE)
    await presenter.until(({ audience }) => audience?.connected === 1)
    await presenter.send({ type: 'open', poll })
    await phone.getByRole('group').first().waitFor()
    return { amphi, presenter, phone }
  }

  async function open(url: string, size: object): Promise<Page> {
    const context = await browser.newContext({ ...size, locale: 'en' })
    opened.push(() => context.close())
    const page = await context.newPage()
    await page.goto(url.replace(/^http:\/\/[^/:]+/, 'http://127.0.0.1'))
    return page
  }

  /** The page of a folder of decks. */
  async function list(decks: string): Promise<Page> {
    const data = mkdtempSync(join(folder, 'data-'))
    const run = runAmphi([decks, '--no-open', '--port', '0', '--host', '127.0.0.1', '--data', data])
    opened.push(async () => {
      run.child.kill('SIGKILL')
      await run.ended
    })
    const printed = /http:\/\/\S+/
    await expect.poll(() => printed.exec(run.out() + run.err())?.[0]).toBeDefined()
    return open(printed.exec(run.out() + run.err())?.[0] ?? '', WALL)
  }
}
