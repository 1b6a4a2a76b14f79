/** A class on a browser whose reader has set letters twice as large, to be gone through state by state. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Command } from '../../../server/wire/messages.ts'
import type { Value } from '../../../server/wire/poll-view.ts'
import { type Client, connect, serve } from '../../support/amphi.ts'
import { type Cable, layCable } from '../../support/cable.ts'
import { openTab, type Tab } from '../class/tab.ts'

export interface Room {
  code: string
  origin: string
  presenter: Client
  /** The network of the pages, not that of the presenter's and the other students' connections. */
  cable: Cable
  /** Opens a page, which stays open; `#key` at the end stands for the presenter's. */
  open(page: 'student' | 'presenter' | 'home' | 'report', path: string): Promise<Tab>
  /** Has the presenter do something, and waits until the open pages know. */
  send(command: Command): Promise<void>
  /** Has other students answer. */
  answer(poll: string, round: number, values: Value[]): Promise<void>
  close(): Promise<void>
}

export interface State {
  state: string
  /** Brings the class there; resolves to the page to look at. */
  play(room: Room): Promise<Page>
}

/** Chromium's own setting of the letters' size, which media queries in em follow as well; a style of the page is not the same. */
export const lettersOf = (percent: number) => [`--blink-settings=defaultFontSize=${(16 * percent) / 100}`]

/** Where each question of the deck is. */
export const PLACES = { one: 2, pictures: 3, several: 4, number: 5, text: 6, words: 7, scale: 8, order: 9 } as const
export type Poll = keyof typeof PLACES

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="#56b4e9"/><circle cx="400" cy="250" r="150" fill="#e69f00"/></svg>`

export async function openRoom(browser: Browser): Promise<Room> {
  const deck = readFileSync(join(import.meta.dirname, 'deck.md'), 'utf8')
  const amphi = await serve(deck, { 'drawing.svg': DRAWING })
  const { code, key } = amphi.facts
  const cable = await layCable(amphi.origin)
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const students: Client[] = []
  const tabs: Tab[] = []
  return {
    code,
    origin: amphi.origin,
    presenter,
    cable,
    async open(page, path) {
      const url = new URL(path.replace(/#key$/, `#key=${key}`), cable.origin).href
      const tab = await openTab(browser, { page, size: 'small', url, lang: 'en', complain: () => {} })
      tabs.push(tab)
      return tab
    },
    async send(command) {
      const reply = await presenter.send(command)
      if (!reply.ok) throw new Error(`${command.type}: ${reply.message}`)
      await Promise.all(tabs.filter(tab => !tab.view.isClosed()).map(tab => tab.heard(reply.seq)))
    },
    async answer(poll, round, values) {
      for (const [index, value] of values.entries()) {
        const student = students[index] ?? (await connect(amphi.origin, code, 'student'))
        students[index] = student
        const reply = await student.send({ type: 'answer', poll, round, value })
        if (!reply.ok) throw new Error(`answer: ${reply.message}`)
      }
    },
    async close() {
      for (const client of [presenter, ...students]) client.close()
      await Promise.all(tabs.map(tab => tab.close()))
      await cable.close()
      await amphi.end()
    },
  }
}

/** Turns or changes the window; resolves once what watches sizes has answered, and that is drawn. */
export async function resize(page: Page, [width, height]: readonly [number, number]): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame)
  })
}
