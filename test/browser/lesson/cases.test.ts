/** `../shared/cases` on the wall, on phones and on the presenter's page, each page in a real browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest'
import type { Report } from '../../../server/wire/report-view.ts'
import { testCases } from '../../cases/cases.ts'
import { type Amphi, type Client, connect, runAmphi } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { startHere } from '../../support/in-process.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const WALL = { viewport: { width: 1280, height: 720 } }
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the shared cases in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-cases-'))
  let browser: Browser
  /** What a case has opened, and how it is closed. */
  let opened: (() => Promise<unknown> | unknown)[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close()
    opened = []
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  testCases('decks', {
    async '01'(file) {
      const { amphi, presenter } = await present(file)
      const wall = await open(amphi.facts.screen, WALL)
      const phone = await open(amphi.facts.join, PHONE)
      for (let h = 1; h <= 6; h++) {
        await presenter.send({ type: 'move', h, v: 0, f: -1 })
        await drawn(wall.locator('.slides section.present:not(.stack)'))
        await drawn(phone.getByRole('region', { name: 'Slide' }))
      }
    },
    async '03'(file) {
      const { amphi, presenter } = await present(file)
      const wall = await open(amphi.facts.screen, WALL)
      const texts: string[] = []
      for (const [h, stack] of (await slides(amphi)).entries()) {
        for (const [v, slide] of stack.entries()) {
          await presenter.send({ type: 'move', h, v, f: (slide?.steps ?? 0) - 1 })
          const column = `.slides > section:nth-child(${h + 1}).present`
          const drawn = wall.locator(stack.length > 1 ? `${column} > section:nth-child(${v + 1}).present` : column)
          await drawn.waitFor()
          if ((slide?.steps ?? 0) > 0)
            await drawn
              .locator('.fragment.visible')
              .nth((slide?.steps ?? 0) - 1)
              .waitFor()
          texts.push(await drawn.innerText())
        }
      }
      const text = texts.join('\n').toLowerCase()
      expect(['first part', 'alpha', 'second part', 'beta', 'after'].filter(part => !text.includes(part))).toEqual([])
    },
    async '04'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await phone.getByRole('button', { name: 'Reading view' }).click()
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('visible text').waitFor()
      expect(await slide.innerText()).not.toMatch(/Answer 4\d/)
    },
    async '06'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await phone.getByRole('button', { name: 'Reading view' }).click()
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('The inner words').waitFor()
      expect(await slide.locator('audio[controls]').count()).toBe(1)
      expect(await slide.locator('details[open]').count()).toBe(1)
      expect(await slide.locator('ol[reversed]').count()).toBe(1)
      const boxes = slide.getByRole('checkbox')
      expect(await boxes.evaluateAll(all => all.map(box => box instanceof HTMLInputElement && box.checked))).toEqual([
        false,
        true,
      ])
    },
    async '08'(file) {
      const { amphi, presenter } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
      const question = phone.getByRole('group').first()
      await question.waitFor()
      const choice = phone.getByRole('radio').last()
      expect(
        await phone.evaluate(() => document.documentElement.dir || getComputedStyle(document.body).direction),
      ).toBe('rtl')
      expect(
        await choice.evaluate(element => getComputedStyle(element.closest('label, li') ?? element).direction),
      ).toBe('rtl')
    },
    async '12'() {
      const deck = join(folder, 'live')
      mkdirSync(join(deck, 'img'), { recursive: true })
      const picture = (width: number) =>
        sharp({ create: { width, height: 90, channels: 3, background: { r: width % 250, g: 30, b: 90 } } })
          .png()
          .toBuffer()
      writeFileSync(join(deck, 'img/a.png'), await picture(120))
      writeFileSync(join(deck, 'deck.md'), '# A\n\n---\n\n## B\n\n![p](img/a.png)\n')
      const { amphi, presenter } = await present(join(deck, 'deck.md'))
      const wall = await open(amphi.facts.screen, WALL)
      const phone = await open(amphi.facts.join, PHONE)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      const widths = async () =>
        Promise.all(
          [wall, phone].map(page =>
            page
              .locator('section.present img[alt="p"], .reading img[alt="p"]')
              .first()
              .evaluate(image => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
          ),
        )
      await expect.poll(widths).toEqual([120, 120])
      writeFileSync(join(deck, 'img/a.png'), await picture(180))
      writeFileSync(join(deck, 'deck.md'), '# A\n\n---\n\n## C\n\n![p](img/a.png)\n')
      await expect.poll(widths).toEqual([180, 180])
    },
    async '18'(file) {
      const { amphi } = await present(file)
      const phone = await open(amphi.facts.join, PHONE)
      const heading = phone.getByRole('region', { name: 'Slide' }).getByRole('heading').first()
      await heading.waitFor()
      await expect
        .poll(async () => {
          const box = await heading.boundingBox()
          return box !== null && box.x >= 0 && box.x + box.width <= 360 && box.width > 100
        })
        .toBe(true)
    },
    async '07'(file) {
      const page = await list(file)
      for (const name of [/intro/i, /more/i]) {
        await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().waitFor()
      }
    },
    async '22'() {
      const decks = join(folder, 'decks')
      mkdirSync(decks)
      writeFileSync(join(decks, 'one.md'), '# One deck\n')
      writeFileSync(join(decks, 'two.md'), '# Two deck\n')
      const page = await list(decks)
      await page
        .getByRole('link', { name: /one/i })
        .or(page.getByRole('button', { name: /one/i }))
        .first()
        .click()
      await page.getByRole('heading', { name: 'One deck' }).first().waitFor()
      await expect.poll(() => page.url()).toMatch(/\/\d{6}\/present/)
    },
  })

  testCases('questions', {
    async '07'(file) {
      const { phone, presenter, amphi } = await asked(file, 'n')
      await phone.getByRole('textbox').fill('1,000')
      const send = phone.getByRole('button', { name: 'Send answer' })
      const known = phone.getByText(/1000|1 000|= ?1\b/)
      await expect.poll(async () => (await known.count()) > 0 || (await send.isDisabled())).toBe(true)
      await send.click({ timeout: 2_000 }).catch(() => undefined)
      await presenter.send({ type: 'close', poll: 'n' })
      const value = (await report(amphi)).students[0]?.answers[0]?.value
      expect([undefined, 1_000]).toContain(value)
    },
    async '18'(file) {
      const { phone, presenter, amphi } = await asked(file, 'r')
      const wall = await open(amphi.facts.screen, WALL)
      await presenter.send({ type: 'close', poll: 'r' })
      await presenter.send({ type: 'results', poll: 'r', shown: true })
      for (const page of [phone, wall]) {
        const choice = page.getByText('الجواب: 7!').last()
        await choice.waitFor()
        expect(await choice.evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
      }
    },
    async '19'(file) {
      const { phone, presenter, amphi } = await asked(file, 'a')
      const desk = await open(amphi.facts.present, WALL)
      await phone.getByRole('radio', { name: /yes/ }).click()
      await phone.getByText('Recorded').first().waitFor()
      await presenter.send({ type: 'close', poll: 'a' })
      await desk.getByRole('button', { name: /^Reopen/ }).click()
      await presenter.until(({ poll }) => poll?.phase === 'open' && poll.round === 1 && poll.answered === 1)
      await presenter.send({ type: 'close', poll: 'a' })
      await presenter.send({ type: 'solution', poll: 'a', shown: true })
      const student = (await report(amphi)).students[0]
      expect(student?.answers).toEqual([expect.objectContaining({ poll: 'a', round: 1, right: true, points: 1 })])
    },
    async '20'(file) {
      const { phone, presenter, amphi } = await asked(file, 'm')
      await phone.getByRole('checkbox', { name: /a$/ }).click()
      await phone.getByRole('checkbox', { name: /b$/ }).click()
      await presenter.send({ type: 'close', poll: 'm' })
      await presenter.until(({ poll }) => poll?.answered === 1)
      await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
      await presenter.send({ type: 'open', poll: 't' })
      await phone.getByRole('textbox').fill('Lima')
      await presenter.send({ type: 'close', poll: 't' })
      await presenter.until(({ poll }) => poll?.id === 't' && poll.answered === 1)
      const values = (await report(amphi)).students[0]?.answers.map(({ value }) => value)
      expect(values).toEqual([[0, 1], 'Lima'])
    },
    async '21'() {
      const deck = join(folder, 'removed.md')
      writeFileSync(deck, '# One\n')
      const { amphi } = await present(deck)
      const phone = await open(amphi.facts.join, PHONE)
      const desk = await open(amphi.facts.present, WALL)
      const slide = phone.getByRole('region', { name: 'Slide' })
      await slide.getByText('One').first().waitFor()
      await desk.keyboard.press('w')
      await desk
        .getByRole('button', { name: /^Remove / })
        .first()
        .click()
      await desk.getByRole('button', { name: 'Remove', exact: true }).last().click()
      await phone.getByRole('heading', { name: 'You are no longer in this class' }).waitFor()
      await desk
        .getByRole('button', { name: /^Let .*back in/ })
        .first()
        .click()
      await slide.getByText('One').first().waitFor()
    },
    async '24'() {
      const deck = join(folder, 'cloud.md')
      writeFileSync(deck, '<!-- .slide: data-qcm="words" data-id="w" -->\n### In a word?\n')
      const { amphi, presenter } = await present(deck)
      const wall = await open(amphi.facts.screen, WALL)
      await presenter.send({ type: 'open', poll: 'w' })
      const clients = await Promise.all(
        Array.from({ length: 60 }, () => connect(amphi.origin, amphi.facts.code, 'student')),
      )
      opened.push(...clients.map(client => client.close))
      const stems = 'boat cloud image layer network volume compose engine registry runtime kernel port'.split(' ')
      await Promise.all(
        clients.map((client, index) => {
          const word = (offset: number) => `${stems[(index + offset) % stems.length]} ${(index * 2 + offset) % 97}`
          return client.send({ type: 'answer', poll: 'w', round: 1, value: `${word(0)}, ${word(1)}` })
        }),
      )
      await presenter.send({ type: 'results', poll: 'w', shown: true })
      const others = wall.getByText(/and \d+ others?/)
      const words = wall.locator('svg text, .cloud li, .cloud span')
      await words.first().waitFor()
      await expect.poll(() => words.count()).toBeGreaterThan(40)
      expect(await others.count()).toBeLessThanOrEqual(1)
    },
  })

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
    const address = /http:\/\/\S+/
    await expect.poll(() => address.exec(run.out() + run.err())?.[0]).toBeDefined()
    return open(address.exec(run.out() + run.err())?.[0] ?? '', WALL)
  }
})

/** A diagram is in sight, whether as a picture or drawn in place. */
async function drawn(slide: Locator): Promise<void> {
  const diagrams = slide.locator('img, svg')
  await expect
    .poll(() =>
      diagrams.evaluateAll(all =>
        all.some(
          one =>
            one.checkVisibility() &&
            (one instanceof SVGElement || (one as HTMLImageElement).naturalWidth > 0) &&
            one.getBoundingClientRect().width > 40,
        ),
      ),
    )
    .toBe(true)
}

async function slides({ origin, facts }: Amphi): Promise<({ id: string; steps: number } | null)[][]> {
  const headers = { Authorization: `Bearer ${facts.key}` }
  const response = await fetch(`${origin}/api/lessons/${facts.code}/deck`, { headers })
  return (await response.json()).slides
}

async function report({ origin, facts }: Amphi): Promise<Report> {
  const headers = { Authorization: `Bearer ${facts.key}` }
  const response = await fetch(`${origin}/api/lessons/${facts.code}/report.json`, { headers })
  return response.json()
}
