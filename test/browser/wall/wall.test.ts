/** The wall in a real browser: the back row can read every question at every moment of its vote. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, type Client, connect, type Served, serve, startAmphi } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { answerAll } from './answers.ts'
import { hardToRead } from './legible.ts'
import { CROWDED, EASY, openWalls, places, reads } from './walls.ts'

const address = inject('browser')
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><circle cx="99" cy="60" r="50"/></svg>'

describe.skipIf(!address && !process.env.CI)('on the wall', () => {
  let amphi: Served
  /** After the server was away. */
  let next: Amphi | undefined
  let browser: Browser
  let presenter: Client
  let students: Client[]
  let walls: Page[]

  beforeAll(async () => {
    amphi = await serve(readFileSync(join(import.meta.dirname, 'wall.md'), 'utf8'), { 'picture.svg': PICTURE })
    const { code, key, screen } = amphi.facts
    browser = await openBrowser(address)
    presenter = await connect(amphi.origin, code, 'presenter', key)
    students = await Promise.all([0, 1, 2].map(() => connect(amphi.origin, code, 'student')))
    walls = await openWalls(browser, screen)
  })
  afterAll(async () => {
    await browser?.close()
    await next?.kill()
    await amphi?.end()
  })

  test.each([
    ['two choices, with time to read and a clock', 1, EASY],
    ['four choices that are code', 2, EASY],
    ['six choices', 3, EASY],
    ['twelve choices', 4, EASY],
    ['long choices', 5, CROWDED],
    ['a question about code', 6, EASY],
    ['formulas', 7, EASY],
    ['pictures', 8, EASY],
    ['a number', 9, EASY],
    ['a text', 10, EASY],
    ['words', 11, EASY],
    ['a scale', 12, EASY],
    ['an order', 13, EASY],
    ['large numbers and a joke', 15, EASY],
    ['twelve choices of which one is long', 16, CROWDED],
    ['a question longer than any', 17, CROWDED],
  ])('%s can be read at every moment', async (_, h, bounds) => {
    await presenter.send({ type: 'move', h, v: 0, f: -1 })
    await presenter.until(({ poll }) => poll?.h === h)
    const poll = presenter.view.poll?.id ?? ''
    const ready = await reads(walls, bounds, '[data-phase="ready"]')
    await presenter.send({ type: 'open', poll })
    if (presenter.view.poll?.phase === 'ready') {
      await reads(walls, bounds, '[data-phase="ready"]:has(.vote-reading)')
      await presenter.send({ type: 'open', poll })
    }
    const open = await reads(walls, bounds, '[data-phase="open"]')
    await answerAll(students, poll)
    await presenter.send({ type: 'close', poll })
    const closed = await reads(walls, bounds, '[data-phase="closed"]')
    await presenter.send({ type: 'results', poll, shown: true })
    const counted = await reads(walls, bounds, '[data-counted="true"]')
    if (presenter.view.poll?.kind === 'choice') expect([open, closed, counted]).toEqual([ready, ready, ready])
    if (!presenter.view.poll?.survey) {
      await presenter.send({ type: 'solution', poll, shown: true })
      await reads(walls, bounds, '[data-solved="true"]')
    }
  })

  test('twelve choices are read down their columns', async () => {
    await presenter.send({ type: 'move', h: 4, v: 0, f: -1 })
    for (const wall of walls) {
      await wall.locator('section.present .vote-choice').nth(11).waitFor()
      const lefts = await wall
        .locator('section.present .vote-choice')
        .evaluateAll(all => all.map(choice => Math.round(choice.getBoundingClientRect().left)))
      const columns = [...new Set(lefts)]
      expect(columns.length).toBe(2)
      expect(lefts).toEqual(lefts.map((_, index) => columns[index < 6 ? 0 : 1]))
    }
  })

  test('a long choice in one column leaves no gap in the other', async () => {
    await presenter.send({ type: 'move', h: 16, v: 0, f: -1 })
    for (const wall of walls) {
      const choices = wall.locator('section.present .vote-choice')
      await choices.nth(11).waitFor()
      const gaps = await choices.evaluateAll(all => {
        const places = all.map(choice => choice.getBoundingClientRect())
        return places.slice(1).map(({ top }, index) => Math.round(top - (places[index]?.bottom ?? 0)))
      })
      const inColumns = gaps.filter((_, index) => index !== 5)
      expect(Math.max(...inColumns) - Math.min(...inColumns)).toBeLessThanOrEqual(1)
    }
  })

  test('the QR code makes room for a long question and returns on the next slide', async () => {
    const shown = (wall: Page) => wall.getByRole('complementary', { name: 'Join this class' })
    const { code } = amphi.facts
    const [, wide, square] = walls
    if (!wide || !square) throw new Error('no walls')
    await presenter.send({ type: 'move', h: 17, v: 0, f: -1 })
    for (const wall of [wide, square]) {
      await wall.locator('section.present .vote').waitFor()
      await shown(wall).getByRole('img').waitFor({ state: 'hidden' })
      await shown(wall)
        .getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
        .waitFor()
    }
    await expect.poll(() => hardToRead(wide, EASY)).toEqual([])
    await presenter.send({ type: 'move', h: 19, v: 0, f: -1 })
    for (const wall of walls) await shown(wall).getByRole('img').waitFor()
  })

  test('a question keeps its place and size while results and solution are shown', async () => {
    await presenter.send({ type: 'move', h: 18, v: 0, f: -1 })
    await presenter.until(({ poll }) => poll?.id === 'steady')
    await presenter.send({ type: 'open', poll: 'steady' })
    const open = await places(walls, '[data-phase="open"]')
    await presenter.send({ type: 'results', poll: 'steady', shown: true })
    const counted = await places(walls, '[data-counted="true"]')
    await presenter.send({ type: 'solution', poll: 'steady', shown: true })
    const solved = await places(walls, '[data-solved="true"]')
    for (const [index, place] of open.entries()) {
      expect(Math.abs((counted[index] ?? 0) - place)).toBeLessThan(0.01)
      expect(Math.abs((solved[index] ?? 0) - place)).toBeLessThan(0.01)
    }
  })

  test('the heading of a question is centred', async () => {
    await presenter.send({ type: 'move', h: 5, v: 0, f: -1 })
    for (const wall of walls) {
      const heading = wall.locator('section.present h2')
      await heading.waitFor()
      const off = () =>
        heading.evaluate(element => {
          const { left, right } = element.getBoundingClientRect()
          return Math.round((left + right - innerWidth) / 4)
        })
      await expect.poll(off).toBeCloseTo(0)
    }
  })

  test('two rounds of six choices can be read side by side', async () => {
    await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
    await presenter.until(({ poll }) => poll?.h === 3)
    const poll = presenter.view.poll?.id ?? ''
    await presenter.send({ type: 'again', poll })
    await presenter.send({ type: 'open', poll })
    for (const student of students) {
      await student.until(view => view.poll?.round === 2 && view.poll.phase === 'open')
      const sent = await student.send({ type: 'answer', poll, round: 2, value: [1] })
      expect(sent.ok).toBe(true)
    }
    await presenter.send({ type: 'results', poll, shown: true })
    await reads(walls, EASY, ':has([data-rounds="true"])')
    await presenter.send({ type: 'solution', poll, shown: true })
    await reads(walls, EASY, '[data-solved="true"]:has([data-rounds="true"])')
  })

  test('the join code covers nothing on the slide', async () => {
    await presenter.send({ type: 'move', h: 14, v: 0, f: -1 })
    for (const wall of walls) {
      await wall.locator('section.present').getByText('here too').waitFor()
      await expect.poll(() => hardToRead(wall, EASY)).toEqual([])
    }
  })

  test('the join sign fills the wall, and its code is announced in two halves', async () => {
    const { code } = amphi.facts
    await presenter.send({ type: 'joinCode', shown: true })
    for (const wall of walls) {
      const sign = wall.getByRole('region', { name: 'Join this class' })
      await sign.getByText(`${code.slice(0, 3)} ${code.slice(3)}`, { exact: true }).waitFor()
      await sign.getByText('3 connected').waitFor()
      const qr = await sign.getByRole('img').boundingBox()
      expect(qr?.height).toBeGreaterThanOrEqual(0.6 * (wall.viewportSize()?.height ?? 0))
      expect(await hardToRead(wall, EASY)).toEqual([])
    }
    await presenter.send({ type: 'joinCode', shown: false })
  })

  test('nothing can be scrolled', async () => {
    for (const wall of walls) {
      const beyond = await wall.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth - innerWidth, scrollHeight - innerHeight]
      })
      expect(beyond).toEqual([0, 0])
    }
  })

  test('is accessible', async () => {
    for (const wall of walls) expect(await barriers(wall)).toEqual([])
  })

  test('a lost server is reported below the slide until it is back', async () => {
    const away = 'The connection is lost. This page comes back by itself.'
    await amphi.kill()
    for (const wall of walls) {
      await wall.getByText(away).waitFor()
      await expect.poll(() => hardToRead(wall, EASY)).toEqual([])
    }
    const { folder, origin } = amphi
    next = await startAmphi({
      deck: join(folder, 'deck', 'deck.md'),
      data: join(folder, 'data'),
      port: Number(new URL(origin).port),
    })
    for (const wall of walls) await wall.getByText(away).waitFor({ state: 'hidden' })
    await presenter.until(({ lesson }) => lesson !== undefined)
  })

  test('the end of the class replaces its last question', async () => {
    await presenter.send({ type: 'move', h: 15, v: 0, f: -1 })
    for (const wall of walls) await wall.locator('section.present .vote-state').waitFor()
    await presenter.send({ type: 'end' })
    for (const wall of walls) {
      const notice = wall.getByText('The class is over')
      await notice.waitFor()
      const size = await notice.evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize) / innerHeight)
      expect(size).toBeGreaterThanOrEqual(1 / 25)
      const lines = await notice.evaluate(element => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return range.getClientRects().length
      })
      expect(lines).toBe(1)
      const hidden = await wall.locator('section.present .vote-state').evaluate(element => {
        const { left, top } = element.getBoundingClientRect()
        return !element.contains(document.elementFromPoint(left + 4, top + 4))
      })
      expect(hidden).toBe(true)
    }
  })
})
