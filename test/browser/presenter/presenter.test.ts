/** The presenter's page for who stands in front of a class: what is said at a glance, and the phone that becomes a remote control. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { onSlide, sees, visit } from '../sight.ts'
import { DECK } from './deck.ts'

const LAPTOP: [number, number] = [1280, 800]
const PHONE: [number, number] = [390, 844]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the presenter’s page', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let desk: Page
  let phone: Page

  beforeAll(async () => {
    amphi = await serve(DECK)
    browser = await openBrowser(address)
    desk = await visit(browser, amphi.facts.present, LAPTOP, complaints)
    await onSlide(desk, 'Opening').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  test('lists the keys that are valid now, and no others', async () => {
    expect(await keys()).toEqual(expect.arrayContaining(['Next slide or step', 'Pair a phone', 'Larger notes']))
    expect(await keys()).not.toEqual(expect.arrayContaining(['Previous slide or step']))
    expect(await keys()).not.toEqual(expect.arrayContaining(['Open or close voting']))
    expect(await barriers(desk)).toEqual([])
    await desk.keyboard.press('Escape')
  })

  test('tells no time but the day’s before the class begins', async () => {
    const time = desk.getByRole('region', { name: 'Time' })
    await time.getByText('Talk').waitFor()
    await time.getByText('Not begun').waitFor()
    expect(await time.innerText()).not.toMatch(/Elapsed|on time|\d of \d/)
  })

  test('makes a remote control of a phone, once', async () => {
    const answer = desk.waitForResponse(/\/pairing$/)
    await desk.keyboard.press('q')
    await desk.getByRole('img', { name: 'QR code that pairs a phone' }).waitFor()
    await desk.getByText(/^Works once, for another [12]:\d\d\.$/).waitFor()
    expect(await barriers(desk)).toEqual([])
    const { url }: { url: string } = await (await answer).json()
    phone = await visit(browser, here(url), PHONE, complaints)
    await onSlide(phone, 'Opening').waitFor()
    expect(phone.url()).not.toContain('pair=')
    await desk.getByText('Your phone is paired.').waitFor()
    expect(await desk.getByRole('img', { name: 'QR code that pairs a phone' }).count()).toBe(0)
    expect(await barriers(desk)).toEqual([])
    const second = await visit(browser, here(url), PHONE, [])
    await second.getByRole('heading', { name: 'This page is the presenter’s' }).waitFor()
    await second.close()
  })

  test('offers a new code when the one shown has expired', async () => {
    const other = await visit(browser, amphi.facts.present, LAPTOP, [])
    await onSlide(other, 'Opening').waitFor()
    await other.clock.install()
    await other.getByRole('button', { name: 'Menu' }).click()
    await other.getByRole('button', { name: 'Pair a phone' }).click()
    await other.getByRole('img', { name: 'QR code that pairs a phone' }).waitFor()
    await other.clock.fastForward('02:01')
    await other.getByText('This code does not work any more.').waitFor()
    expect(await other.getByRole('img', { name: 'QR code that pairs a phone' }).count()).toBe(0)
    const answer = other.waitForResponse(/\/pairing$/)
    await other.getByRole('button', { name: 'Show a new code' }).click()
    expect((await answer).ok()).toBe(true)
    await other.close()
  })

  test('is a clicker on a phone: the ways, the notes, a menu, and nothing else to press', async () => {
    await phone.getByText('Say hello.').waitFor()
    expect(await pressable(phone)).toEqual([
      'Nobody here yet',
      'Menu',
      'Smaller notes',
      'Larger notes',
      'Previous',
      'Next',
    ])
    await sees(phone, 'Next: Middle')
    const next = await phone.getByRole('button', { name: 'Next' }).boundingBox()
    expect(Math.min(next?.width ?? 0, next?.height ?? 0)).toBeGreaterThanOrEqual(64)
    expect(await barriers(phone)).toEqual([])
  })

  test('goes where either of two presenters goes, and then tells the pace', async () => {
    await desk.keyboard.press('Escape')
    await phone.getByRole('button', { name: 'Next' }).click()
    await onSlide(desk, 'Middle').waitFor()
    await desk.getByText(/^[1-4] min in hand$/).waitFor()
    await desk.getByText(/^\d:\d\d of 10:00$/).waitFor()
    await desk.getByText(/^Elapsed \d:\d\d of 15:00$/).waitFor()
    await desk.getByRole('button', { name: 'Next' }).click()
    await onSlide(phone, 'Which one?').waitFor()
    await phone.getByRole('button', { name: 'Ask one by one' }).click()
    await phone.getByRole('button', { name: 'Open voting' }).click()
    await desk.getByRole('button', { name: 'Close voting' }).waitFor()
    await desk.keyboard.press('b')
    await sees(phone, 'The screen is blank')
  })

  test('has the rest of a question in the menu of a phone', async () => {
    expect(await pressable(phone)).toContain('Close voting')
    await phone.getByRole('button', { name: 'Menu' }).click()
    expect(await pressable(phone)).toEqual(
      expect.arrayContaining(['+1 min', 'Discard answers', 'Show the screen again', 'Join code']),
    )
    expect(await barriers(phone)).toEqual([])
    await phone.keyboard.press('Escape')
  })

  test('keeps the way out of a long dialog in sight on a phone held sideways', async () => {
    await phone.setViewportSize({ width: PHONE[1], height: PHONE[0] })
    for (const key of ['m', '?']) {
      await phone.keyboard.press(key)
      const dialog = phone.getByRole('dialog')
      for (const part of [dialog.getByRole('heading').first(), dialog.getByRole('button', { name: 'Close' })]) {
        await part.waitFor()
        const { y = -1, height = 0 } = (await part.boundingBox()) ?? {}
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y + height).toBeLessThanOrEqual(PHONE[0])
      }
      await phone.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    await phone.setViewportSize({ width: PHONE[0], height: PHONE[1] })
  })

  test('opens the run-sheet over a phone’s page at the current slide, and Escape closes it', async () => {
    await phone.keyboard.press('o')
    const sheet = phone.getByRole('navigation', { name: 'Run-sheet' })
    await sheet.locator(':focus').getByText('Which one?').waitFor()
    await phone.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
  })

  test('shows the run-sheet by segments, with what has been asked', async () => {
    await desk.keyboard.press('o')
    const sheet = desk.getByRole('navigation', { name: 'Run-sheet' })
    await sheet.getByRole('button', { name: 'Question, asked' }).waitFor()
    expect(await sheet.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Talk\n10 min', 'Quiz\n5 min'])
    expect(await barriers(desk)).toEqual([])
    await sheet.getByRole('button', { name: 'Opening' }).click()
    await onSlide(phone, 'Opening').waitFor()
  })

  test('has no report made for the run-sheet and the list of people', async () => {
    const paths: string[] = []
    desk.on('request', request => paths.push(new URL(request.url()).pathname))
    for (const press of ['o', 'o', 'w']) await desk.keyboard.press(press)
    const people = desk.getByRole('dialog', { name: 'People' })
    await people.getByText(/^Nobody has joined/).waitFor()
    await desk.keyboard.press('Escape')
    await people.waitFor({ state: 'detached' })
    expect(paths.filter(path => path.includes('/api/'))).toEqual([`/api/lessons/${amphi.facts.code}/students`])
  })

  test('tells that the open question was changed in the file, and closes one that was taken out of it', async () => {
    const file = join(amphi.folder, 'deck', 'deck.md')
    writeFileSync(file, DECK.replace('red', 'crimson'))
    await sees(desk, 'The open question was changed in the file. The vote goes on for the question as it was opened.')
    writeFileSync(file, DECK.slice(0, DECK.lastIndexOf('---')))
    const alarm = desk.getByRole('alert').filter({ hasText: 'The open question was taken out of the file.' })
    await alarm.waitFor()
    expect(await barriers(desk)).toEqual([])
    await alarm.getByRole('button', { name: 'Close voting' }).click()
    await alarm.waitFor({ state: 'detached' })
    writeFileSync(file, DECK)
    await desk.getByRole('navigation', { name: 'Run-sheet' }).getByRole('button', { name: 'Which one?' }).click()
    await desk.getByRole('region', { name: 'Question' }).getByText('Voting is closed').waitFor()
  })

  test('says that the server is away, and takes nothing that would not arrive', async () => {
    const cable = await layCable(amphi.origin)
    const far = await visit(browser, amphi.facts.present.replace(/^https?:\/\/[^/]+/, cable.origin), LAPTOP, [])
    const [next, larger] = ['Next', 'Larger notes'].map(name => far.getByRole('button', { name }))
    await onSlide(far, 'Which one?').waitFor()
    const where = await next?.boundingBox()
    cable.cut()
    await sees(far, 'No connection to the server. Nothing can be sent until it is back.')
    for (const name of ['Previous', 'Show results', 'Blank screen', 'Join code']) {
      expect(await far.getByRole('button', { name }).isDisabled(), name).toBe(true)
    }
    expect(await larger?.isEnabled()).toBe(true)
    expect(await next?.boundingBox()).toEqual(where)
    expect(await barriers(far)).toEqual([])
    cable.mend()
    await far.locator('button:enabled', { hasText: 'Show results' }).waitFor()
    await far.close()
    await cable.close()
  })

  test('has no barriers in a light scheme either', async () => {
    for (const page of [desk, phone]) {
      await page.evaluate(() => {
        document.documentElement.dataset.scheme = 'light'
      })
      expect(await barriers(page)).toEqual([])
    }
  })

  test('has not complained', () => expect(complaints).toEqual([]))

  /** The pairing address is the one for phones; here it leads to the same server by the address that the tests use. */
  const here = (url: string) => url.replace(/^https?:\/\/[^/]+/, amphi.origin)

  async function keys(): Promise<string[]> {
    const list = desk.getByRole('dialog', { name: 'Keys' })
    if (!(await list.isVisible())) await desk.keyboard.press('?')
    await list.waitFor()
    return list.getByRole('term').allInnerTexts()
  }

  const pressable = async (page: Page): Promise<string[]> => {
    const texts = await page
      .getByRole('button')
      .filter({ visible: true })
      .evaluateAll(all => all.map(button => button.getAttribute('aria-label') ?? button.firstChild?.textContent ?? ''))
    return texts.map(text => text.trim())
  }
})
