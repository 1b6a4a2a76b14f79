/** A class on walls of every shape: full HD, 4:3, 4K and upright, one of them without motion. */
import type { Browser, Page } from 'playwright-core'
import { type Client, connect, type Served } from '../../../support/amphi.ts'
import { serveHere } from '../../../support/in-process.ts'
import { DECK, PICTURE } from './deck.ts'

const WALLS: [number, number][] = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
  [1080, 1920],
]
export const NAMES = ['Ada', 'Blaise', 'Chloé']

export interface Room {
  amphi: Served
  presenter: Client
  students: Client[]
  walls: Page[]
  go(h: number): Promise<void>
  /** One more student, under a name. */
  join(name: string): Promise<Client>
  close(): Promise<void>
}

/** @param complaints gets what a wall throws */
export async function openRoom(browser: Browser, complaints: string[]): Promise<Room> {
  const amphi = await serveHere(DECK, { 'picture.svg': PICTURE })
  const { origin, facts } = amphi
  const presenter = await connect(origin, facts.code, 'presenter', facts.key)
  const join = async (name: string) => {
    const student = await connect(origin, facts.code, 'student')
    await student.send({ type: 'name', name })
    return student
  }
  const students = await Promise.all(NAMES.map(join))
  const walls = await Promise.all(
    WALLS.map(async ([width, height]) => {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'en-GB',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.on('pageerror', error => complaints.push(String(error)))
      await page.goto(facts.screen)
      await page.locator('section.present').first().waitFor()
      return page
    }),
  )
  return {
    amphi,
    presenter,
    students,
    walls,
    join,
    async go(h) {
      await presenter.send({ type: 'move', h, v: 0, f: -1 })
      for (const wall of walls) await wall.locator('.title-card').waitFor({ state: 'hidden' })
    },
    async close() {
      for (const client of [presenter, ...students]) client.close()
      await amphi.end()
    },
  }
}
