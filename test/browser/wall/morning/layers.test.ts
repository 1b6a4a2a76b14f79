/** What lies over what on the wall of a morning: the card that says what begins, the way in, the black screen. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../../../support/browser.ts'
import { AT } from './deck.ts'
import { openRoom, type Room } from './room.ts'
import { region, time } from './sights.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('over the slides of a morning', () => {
  const complaints: string[] = []
  let browser: Browser
  let room: Room
  let wall: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openRoom(browser, complaints)
    const [, full] = room.walls
    if (!full) throw new Error('no wall')
    wall = full
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
    expect(complaints).toEqual([])
  })

  const move = (h: number) => room.presenter.send({ type: 'move', h, v: 0, f: -1 })
  const card = () => wall.locator('.title-card')
  /** What is in the middle of the wall, or at a part of it. */
  const onTop = (x = 0.5, y = 0.5) =>
    wall.evaluate(
      ([x, y]) =>
        document
          .elementFromPoint((x ?? 0) * innerWidth, (y ?? 0) * innerHeight)
          ?.closest('.title-card, .board, .wall-black, .join-sign, .ranking, .corner, .stage')
          ?.className.split(' ')
          .find(name => name !== 'scheme'),
      [x, y],
    )

  test('a card says what begins, and goes by itself', async () => {
    await move(AT.list)
    await wall.getByText('six', { exact: true }).waitFor()
    await move(AT.quiz)
    await expect.poll(() => card().innerText()).toBe('Quiz\n\nQuiz time\n\n2 questions, 15 min')
    await card().waitFor({ state: 'detached' })
    await region(wall, 'Slide').getByRole('heading', { name: 'Quiz time' }).waitFor()
  })

  test('the card goes with the slide, and none comes for a look back into a segment', async () => {
    await move(AT.coffee)
    await card().getByText('10 min').waitFor()
    await move(AT.list)
    await card().waitFor({ state: 'detached' })
    await wall.getByText('six', { exact: true }).waitFor()
    expect(await card().count()).toBe(0)
  })

  test('no card comes over a question that is open, nor over results', async () => {
    await move(AT.alone)
    await card().getByText('Straight to it').waitFor()
    await room.presenter.send({ type: 'open', poll: 'alone' })
    await card().waitFor({ state: 'detached' })
    await move(AT.coffee)
    await card().waitFor()
    await move(AT.alone)
    await wall.locator('section.present .vote[data-phase="open"]').waitFor()
    expect(await card().count()).toBe(0)
    await room.presenter.send({ type: 'results', poll: 'alone', shown: true })
    await room.go(AT.coffee)
    await move(AT.alone)
    await wall.locator('section.present .vote[data-counted="true"]').waitFor()
    expect(await card().count()).toBe(0)
  })

  test.each([
    ['a break', AT.coffee],
    ['a workshop', AT.workshops[1]],
  ])('black screen, ranking and join sign are over %s', async (_, h) => {
    const { presenter, amphi } = room
    const { code } = amphi.facts
    await room.go(h)
    await expect.poll(() => onTop()).toBe('board')
    await presenter.send({ type: 'blank', on: true })
    await expect.poll(() => onTop()).toBe('wall-black')
    await wall.getByRole('complementary', { name: 'Join this class' }).getByText(code.slice(3)).waitFor()
    await presenter.send({ type: 'joinCode', shown: true })
    await expect.poll(() => onTop()).toBe('join-sign')
    await presenter.send({ type: 'joinCode', shown: false })
    await presenter.send({ type: 'blank', on: false })
    await presenter.send({ type: 'ranking', shown: true })
    await expect.poll(() => onTop()).toBe('ranking')
    await presenter.send({ type: 'ranking', shown: false })
    await expect.poll(() => onTop()).toBe('board')
  })

  test('who may not join any more is told so in a break as everywhere', async () => {
    await room.go(AT.coffee)
    await room.presenter.send({ type: 'lock', on: true })
    await region(wall, 'Break').getByText('Joining is locked').waitFor()
    expect(await region(wall, 'Break').getByRole('img').count()).toBe(0)
    await room.presenter.send({ type: 'lock', on: false })
    await region(wall, 'Break').getByRole('img', { name: 'QR code' }).waitFor()
  })

  test('a countdown of the presenter stands beside the board', async () => {
    await room.go(AT.workshops[0])
    await room.presenter.send({ type: 'timer', seconds: 300 })
    await time(wall).waitFor()
    await region(wall, 'Workshop').getByText('2 h left').waitFor()
    const [clock, board] = [await time(wall).boundingBox(), await wall.locator('.workshop-state').boundingBox()]
    expect((clock?.y ?? 0) + (clock?.height ?? 0)).toBeLessThanOrEqual(board?.y ?? 0)
    await room.presenter.send({ type: 'stopTimer' })
  })

  test('nothing of it is left once the class is over', async () => {
    await room.go(AT.workshops[1])
    await room.presenter.send({ type: 'end' })
    await wall.getByText('The class is over').waitFor()
    expect(await region(wall, 'Workshop').count()).toBe(0)
  })
})
