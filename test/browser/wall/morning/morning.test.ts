/** The parts of a morning on the wall, each with what the room needs then, and never with a name. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { AT, WORKSHOPS } from './deck.ts'
import { NAMES, openRoom, type Room } from './room.ts'
import { isClear, letters, region, time } from './sights.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('on the wall of a morning', () => {
  const complaints: string[] = []
  let browser: Browser
  let room: Room

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openRoom(browser, complaints)
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
    expect(complaints).toEqual([])
  })

  const nobodyIsNamed = async () => {
    for (const wall of room.walls) {
      const text = await wall.locator('main').innerText()
      expect(NAMES.filter(name => text.includes(name))).toEqual([])
    }
  }

  test.each([
    ['below a heading', AT.heading, 1 / 8],
    ['in the middle of an empty slide', AT.empty, 1 / 4],
    ['beside a full one', AT.list, 1 / 40],
  ])('a countdown is %s, and over nothing', async (_, h, least) => {
    await room.go(h)
    await room.presenter.send({ type: 'timer', seconds: 300 })
    for (const wall of room.walls.slice(0, 4)) {
      await time(wall).waitFor()
      await expect.poll(() => letters(time(wall))).toBeGreaterThanOrEqual(least)
    }
    await isClear(room.walls)
    await room.presenter.send({ type: 'stopTimer' })
    for (const wall of room.walls) await time(wall).waitFor({ state: 'detached' })
  })

  test('the digits of a countdown keep their places as they get fewer', async () => {
    await room.go(AT.empty)
    await room.presenter.send({ type: 'timer', seconds: 601 })
    const [wall] = room.walls
    if (!wall) throw new Error('no wall')
    const place = async () => ({ text: await time(wall).innerText(), box: await time(wall).boundingBox() })
    await expect.poll(async () => (await place()).text).toBe('10:00')
    const { box } = await place()
    await expect.poll(async () => (await place()).text).toBe('09:59')
    expect((await place()).box).toEqual(box)
  })

  test('the last minute stands out, and the end is said', async () => {
    await room.presenter.send({ type: 'timer', seconds: 60 })
    for (const wall of room.walls) await wall.locator('.wall-clock[data-last="true"]').waitFor()
    await isClear(room.walls)
    await room.presenter.send({ type: 'timer', seconds: 1 })
    for (const wall of room.walls) await wall.getByText('Time is over').waitFor()
    await isClear(room.walls)
    await room.presenter.send({ type: 'stopTimer' })
  })

  test('a break says how long, until when, how to get in, and what comes next', async () => {
    const { code } = room.amphi.facts
    await room.go(AT.coffee)
    for (const wall of room.walls) {
      const shown = region(wall, 'Break')
      expect(await letters(time(shown))).toBeGreaterThanOrEqual(wall === room.walls[4] ? 1 / 10 : 1 / 5)
      await shown.getByRole('heading', { name: 'Coffee' }).waitFor()
      for (const text of [
        'In the hall.',
        /^Back at \d\d:\d\d$/,
        `${code.slice(0, 3)} ${code.slice(3)}`,
        'Next: Talk',
      ]) {
        await shown.getByText(text, { exact: true }).waitFor()
      }
      await shown.getByRole('img', { name: 'QR code' }).waitFor()
    }
    await isClear(room.walls)
    await room.presenter.send({ type: 'timer', seconds: 1 })
    for (const wall of room.walls) await region(wall, 'Break').getByText('The break is over').waitFor()
    await isClear(room.walls)
  })

  test('a break with a picture leaves it in sight', async () => {
    await room.go(AT.air)
    for (const wall of room.walls) {
      await time(region(wall, 'Break')).waitFor()
      await region(wall, 'Slide').getByRole('heading', { name: 'Air' }).waitFor()
      await wall.getByRole('complementary', { name: 'Join this class' }).waitFor()
    }
    await isClear(room.walls)
  })

  test.each(WORKSHOPS.map((count, index) => [count, AT.workshops[index] ?? 0]))(
    'how far the class is with %i tasks can be read from the back row',
    async (count, h) => {
      await room.go(h)
      await room.presenter.until(({ workshop }) => workshop?.tasks.length === count)
      const [one, two] = room.presenter.view.workshop?.tasks ?? []
      const [ada, blaise] = room.students
      await ada?.send({ type: 'mark', task: one?.id ?? '', state: 'done' })
      await blaise?.send({ type: 'mark', task: one?.id ?? '', state: 'done' })
      await blaise?.send({ type: 'mark', task: two?.id ?? '', state: 'stuck' })
      await blaise?.send({ type: 'help', on: true, task: two?.id ?? '', seat: 'Row 3' })
      for (const wall of room.walls) {
        const shown = region(wall, 'Workshop')
        const tasks = shown.getByRole('listitem')
        await expect.poll(() => tasks.count()).toBe(count)
        await tasks.nth(0).getByText('2 of 3', { exact: true }).waitFor()
        await tasks.nth(1).getByText('0 of 3', { exact: true }).waitFor()
        await shown.getByText('2 h left').waitFor()
        await shown.getByText('1 waits for help').waitFor()
      }
      await isClear(room.walls)
      await nobodyIsNamed()
      expect(await room.walls[0]?.locator('main').innerText()).not.toContain('Row 3')
      await blaise?.send({ type: 'help', on: false })
      for (const wall of room.walls) await region(wall, 'Workshop').getByText('Nobody waits for help').waitFor()
    },
  )

  test('a slide with tasks is shown whole, with how many have done them', async () => {
    await room.go(AT.workshops[0] + 1)
    for (const wall of room.walls) {
      const slide = region(wall, 'Slide')
      await slide.getByText('Stop it').or(slide.getByText('(4)')).first().waitFor()
      const strip = region(wall, 'Workshop')
      await expect.poll(() => strip.getByRole('listitem').count()).toBe(4)
      const share = () =>
        slide
          .locator('.task')
          .first()
          .evaluate(task => getComputedStyle(task).getPropertyValue('--share'))
      await expect.poll(async () => Number.parseFloat(await share())).toBeCloseTo(200 / 3)
    }
    await isClear(room.walls)
  })

  test('is accessible in all of them', async () => {
    const [, wall] = room.walls
    if (!wall) throw new Error('no wall')
    for (const h of [AT.list, AT.coffee, AT.air, AT.workshops[1], AT.workshops[1] + 1]) {
      await room.go(h)
      expect(await barriers(wall)).toEqual([])
    }
  })
})
