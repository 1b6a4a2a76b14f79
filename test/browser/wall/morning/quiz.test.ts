/** A quiz on the wall: time and counts while it runs, never what is right, and nothing of anybody's extra time. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { stepByStep } from '../../../support/steps.ts'
import { AT } from './deck.ts'
import { NAMES, openRoom, type Room } from './room.ts'
import { isClear, letters, region, time } from './sights.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a quiz on the wall', () => {
  stepByStep()
  const complaints: string[] = []
  let browser: Browser
  let room: Room
  let segment: string

  beforeAll(async () => {
    browser = await openBrowser(address)
    room = await openRoom(browser, complaints)
    await room.go(AT.quiz)
    await room.presenter.until(({ quiz }) => quiz?.phase === 'ready')
    segment = room.presenter.view.quiz?.segment ?? ''
  })
  afterAll(async () => {
    await room?.close()
    await browser?.close()
    expect(complaints).toEqual([])
  })

  /** Heights of its columns, as parts of all. */
  const columns = (wall: Room['walls'][number]) =>
    region(wall, 'Quiz')
      .locator('.quiz-track')
      .evaluateAll(tracks =>
        tracks.map(track => {
          const [fill] = track.children
          return (fill?.getBoundingClientRect().height ?? 0) / track.getBoundingClientRect().height
        }),
      )

  test('is not there before its start', async () => {
    for (const wall of room.walls) {
      await region(wall, 'Slide').getByRole('heading', { name: 'Quiz time' }).waitFor()
      expect(await region(wall, 'Quiz').count()).toBe(0)
    }
  })

  test('shows the time that is left, large, and how far the class is', async () => {
    const { presenter, students } = room
    await presenter.send({ type: 'startQuiz', segment })
    const [ada, blaise] = students
    for (const [student, polls] of [
      [ada, ['first', 'second']],
      [blaise, ['first']],
    ] as const) {
      for (const poll of polls) await student?.send({ type: 'answer', poll, round: 1, value: [0] })
    }
    await ada?.send({ type: 'finish', segment, on: true })
    for (const wall of room.walls) {
      const quiz = region(wall, 'Quiz')
      await quiz.getByText('2 questions', { exact: true }).waitFor()
      await quiz.getByText('1 of 3 have finished', { exact: true }).waitFor()
      await quiz.getByText('Question 1: 2 of 3', { exact: true }).waitFor()
      await quiz.getByText('Question 2: 1 of 3', { exact: true }).waitFor()
      const [first = 0, second = 0] = await columns(wall)
      expect([first, second].map(height => Math.round(height * 30))).toEqual([20, 10])
      expect(await letters(time(quiz))).toBeGreaterThanOrEqual(wall === room.walls[4] ? 1 / 10 : 1 / 5)
    }
    await isClear(room.walls)
    const [, wall] = room.walls
    expect(wall && (await barriers(wall))).toEqual([])
    for (const name of NAMES) expect(await wall?.locator('main').innerText()).not.toContain(name)
  })

  test('says that its clock is stopped', async () => {
    await room.presenter.send({ type: 'pauseQuiz', segment, on: true })
    for (const wall of room.walls) await region(wall, 'Quiz').getByText('Clock paused').waitFor()
    await isClear(room.walls)
    await room.presenter.send({ type: 'pauseQuiz', segment, on: false })
    for (const wall of room.walls) await region(wall, 'Quiz').getByText('Clock paused').waitFor({ state: 'detached' })
  })

  test('gives way to a question that the class goes to, and to another segment, and stays beside them', async () => {
    for (const [h, heading] of [
      [AT.second, 'And now?'],
      [AT.again, 'A look back'],
    ] as const) {
      await room.go(h)
      for (const wall of room.walls) {
        const box = await region(wall, 'Slide').getByRole('heading', { name: heading }).boundingBox()
        const isOnTop = () =>
          wall.evaluate(at => at && document.elementFromPoint(at.x + 9, at.y + 9)?.closest('.stage') !== null, box)
        await expect.poll(isOnTop).toBe(true)
        await region(wall, 'Quiz').getByText('1 of 3 have finished').waitFor()
        await time(region(wall, 'Quiz')).waitFor()
      }
    }
    await room.go(AT.quiz)
    for (const wall of room.walls) await expect.poll(() => columns(wall)).toHaveLength(2)
  })

  test('says that the time is over', async () => {
    await room.presenter.send({ type: 'stopQuiz', segment })
    for (const wall of room.walls) await region(wall, 'Quiz').getByText('Time is over', { exact: true }).waitFor()
    await isClear(room.walls)
  })

  test('says no more than that while somebody with extra time still writes', async () => {
    const { presenter, students, walls } = room
    const [, , chloe] = students
    await presenter.send({ type: 'extraTime', student: chloe?.view.you?.id ?? '', factor: 4 })
    await presenter.send({ type: 'startQuiz', segment, seconds: 5 })
    await presenter.until(({ quiz }) => quiz?.writing?.students === 1)
    const [wall] = walls
    if (!wall) throw new Error('no wall')
    await region(wall, 'Quiz').getByText('Time is over', { exact: true }).waitFor()
    const before = await wall.locator('main').innerText()
    expect(before).not.toMatch(/finished|answered|of 3/)
    const sent = await chloe?.send({ type: 'answer', poll: 'second', round: 2, value: [1] })
    expect(sent?.ok).toBe(true)
    await presenter.until(({ quiz }) => quiz?.answered?.[1] === 1)
    await room.go(AT.second)
    await wall.locator('section.present [data-phase="closed"]').waitFor()
    expect(await wall.locator('section.present .vote-state').innerText()).toContain('0 answered')
    await room.go(AT.quiz)
    await region(wall, 'Quiz').waitFor()
    expect(await wall.locator('main').innerText()).toBe(before)
  })

  test('gives way to its results', async () => {
    const { presenter } = room
    const release = { type: 'releaseQuiz', segment, results: true, solutions: false } as const
    expect((await presenter.send(release)).ok).toBe(false)
    await presenter.send({ ...release, confirmed: true })
    for (const wall of room.walls) await region(wall, 'Quiz').waitFor({ state: 'detached' })
    await room.go(AT.second)
    for (const wall of room.walls) {
      const counts = region(wall, 'Slide').locator('section.present .vote[data-counted="true"] .vote-count b')
      await expect.poll(() => counts.allInnerTexts()).toEqual(['0%', '100%'])
    }
  })
})
