/** A presenter, a wall and four phones in one morning, on a server that can be killed at any moment. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Amphi, type Client, connect, serve, startAmphi } from '../../support/amphi.ts'
import { onSlide, visit } from '../sight.ts'
import { DECK } from './deck.ts'

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dev'] as const
export type Name = (typeof NAMES)[number]

export interface Room {
  desk: Page
  wall: Page
  phones: Record<Name, Page>
  /** What the server tells a presenter, beside the page. */
  told: Client['view']
  until: Client['until']
  /** The same on every phone. */
  each(act: (phone: Page, name: Name) => Promise<unknown>): Promise<void>
  /** Kills the server and starts it again on the same data; resolves once everybody is back. */
  restart(): Promise<void>
  /** What pages have thrown. */
  complaints: string[]
  close(): Promise<void>
}

/** What a browser itself writes while the server is away. */
const AWAY = /WebSocket connection to |net::ERR_|status of 50\d/

export async function openRoom(browser: Browser): Promise<Room> {
  const complaints: string[] = []
  const served = await serve(DECK)
  const { origin, folder, facts } = served
  const { code, key } = facts
  const presenter = await connect(origin, code, 'presenter', key)
  const desk = await visit(browser, facts.present, [1366, 768], complaints)
  const wall = await visit(browser, facts.screen, [1920, 1080], complaints)
  const opened = NAMES.map(async name => [name, await visit(browser, `${origin}/${code}`, [390, 844], complaints)])
  const phones: Record<Name, Page> = Object.fromEntries(await Promise.all(opened))
  let next: Amphi | undefined
  const each: Room['each'] = async act => void (await Promise.all(NAMES.map(name => act(phones[name], name))))
  await each(async (phone, name) => {
    const asked = region(phone, 'Your name')
    await asked.getByRole('textbox').fill(name)
    await asked.getByRole('button', { name: 'Save' }).click()
    await button(phone, `${name}: change your name`).waitFor()
  })
  return {
    desk,
    wall,
    phones,
    told: presenter.view,
    until: presenter.until,
    each,
    async restart() {
      const port = Number(new URL(origin).port)
      await (next ?? served).kill()
      await presenter.until(({ lesson }) => lesson === undefined)
      next = await startAmphi({ deck: join(folder, 'deck', 'deck.md'), data: join(folder, 'data'), port })
      await presenter.until(({ audience }) => audience?.connected === NAMES.length)
      for (const page of [desk, wall, ...Object.values(phones)]) await isBack(page)
    },
    complaints,
    async close() {
      presenter.close()
      await next?.kill()
      await served.end()
      expect(complaints.filter(text => !AWAY.test(text))).toEqual([])
    },
  }
}

/** No page says any more that it waits for the server. */
async function isBack(page: Page) {
  const waits = /connection is lost|No connection to the server|Reconnecting|Back in a moment/i
  await expect.poll(() => page.getByText(waits).filter({ visible: true }).count()).toBe(0)
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

export const press = (page: Page, name: string) => button(page, name).click()

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** By the keyboard, to the next step, or with `z` to the next part; resolves once desk and wall are there. */
export async function go({ desk, wall }: Room, key: 'ArrowRight' | 'z', heading: string): Promise<void> {
  await desk.keyboard.press(key)
  for (const page of [desk, wall]) await onSlide(page, heading).waitFor()
}

/** What a student's page holds, in sight or not. */
export const holds = async (page: Page, text: string) => (await page.content()).includes(text)
