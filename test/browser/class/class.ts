/** A class to look at: the sample deck's server, pages of every kind open in it, and a presenter who drives it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { en, type Language } from '../../../client/i18n/languages/en.ts'
import { fr } from '../../../client/i18n/languages/fr.ts'
import type { DeckView } from '../../../server/wire/deck-view.ts'
import type { Command } from '../../../server/wire/messages.ts'
import { type Client, connect, startAmphi } from '../../support/amphi.ts'
import { type Cable, layCable } from '../../support/cable.ts'
import { listDecks, teachBefore, writeDecks } from './computer.ts'
import { pool } from './pool.ts'
import { type PageName, SIZES_OF, type SizeName } from './sizes.ts'
import { openTab, SCHEMES, type Scheme, settle, type Tab } from './tab.ts'

export const LANGUAGES = { en, fr } as const
export type Lang = keyof typeof LANGUAGES

/** Slides by what is on them. */
export interface Places {
  steps: Place
  picture: Place
  code: Place
  /** One right answer. */
  one: Place & { poll: string }
  /** Several right answers. */
  several: Place & { poll: string }
  quiz: Place & { id: string }
  pause: Place
  workshop: Place & { tasks: string[] }
}

export interface Place {
  h: number
  v: number
}

export interface Class {
  code: string
  words: Language
  places: Places
  cable: Cable
  presenter: Client
  /** The pages that stay open, of these kinds; with no kind, all of them. */
  tabs(...pages: PageName[]): Tab[]
  /** Opens a page of a kind in each of its sizes, for as long as it is being looked at; `#key` at the end stands for the presenter's. */
  visit(page: PageName, path: string): Promise<Tab[]>
  /** Opens the list of a folder of decks, likewise. */
  visitDecks(): Promise<Tab[]>
  /** Closes what was visited. */
  leave(): Promise<void>
  /** Opens the pages that stay. */
  enter(page: 'student' | 'presenter' | 'screen'): Promise<void>
  /** Has the presenter do something, and waits until the open pages (of these kinds) know. */
  send(command: Command, ...pages: PageName[]): Promise<void>
  /** Has some students join over sockets, and answer each in their own way. */
  answer(poll: string, picks: number[][]): Promise<void>
  /** Has so many of them do what is asked of each. */
  others(count: number, act: (index: number) => Command[]): Promise<void>
  close(): Promise<void>
}

interface Parts {
  browser: Browser
  lang: Lang
  /** Which sizes of a page are wanted; none leaves the page out. */
  wanted(page: PageName, size: SizeName): boolean
  /** Is told what a page throws, or writes to its console as an error. */
  complain?(text: string): void
}

const DECK = join(import.meta.dirname, '..', '..', '..', 'slides', 'docker.md')

export async function openClass({ browser, lang, wanted, complain = () => {} }: Parts): Promise<Class> {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-class-'))
  const data = join(folder, 'data')
  const decks = writeDecks(join(folder, 'decks'), lang)
  await teachBefore(decks, data)
  const amphi = await startAmphi({ deck: DECK, data, flags: ['--lang', lang] })
  const { code, key, present, screen } = amphi.facts
  const cable = await layCable(amphi.origin)
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const students: Client[] = []
  const staying: Tab[] = []
  const guests: Tab[] = []
  const endings: (() => Promise<void>)[] = []
  const here = (path: string) => new URL(path, cable.origin).href
  const keyed = (link: string) => here(new URL(link).pathname + new URL(link).hash)
  const paths = { student: here(`/${code}`), presenter: keyed(present), screen: keyed(screen) }

  const tabs = (...pages: PageName[]) => staying.filter(({ page }) => pages.length === 0 || pages.includes(page))
  return {
    code,
    words: LANGUAGES[lang],
    places: await places(amphi.origin, code, key),
    cable,
    presenter,
    tabs,
    async visit(page, path) {
      const opened = await open(page, here(path.replace(/#key$/, `#key=${key}`)), [undefined])
      guests.push(...opened)
      return opened
    },
    async visitDecks() {
      const list = await listDecks(decks, join(folder, 'list'))
      endings.push(list.close)
      const opened = await open('decks', list.url, [undefined])
      guests.push(...opened)
      return opened
    },
    async leave() {
      await Promise.all(guests.splice(0).map(tab => tab.close()))
      await Promise.all(endings.splice(0).map(end => end()))
    },
    async enter(page) {
      const opened = await open(page, paths[page], page === 'screen' ? SCHEMES : [undefined])
      staying.push(...opened)
      await Promise.all(opened.map(tab => tab.heard(0)))
    },
    async send(command, ...pages) {
      const reply = await presenter.send(command)
      if (!reply.ok) throw new Error(`${command.type}: ${reply.message}`)
      await Promise.all(tabs(...pages).map(tab => tab.heard(reply.seq)))
    },
    answer: (poll, picks) =>
      others(picks.length, index => [{ type: 'answer', poll, round: 1, value: picks[index] ?? [] }]),
    others,
    async close() {
      for (const client of [presenter, ...students]) client.close()
      await Promise.all([...staying, ...guests].map(tab => tab.close()))
      await Promise.all(endings.map(end => end()))
      await cable.close()
      await amphi.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  async function others(count: number, act: (index: number) => Command[]) {
    for (let index = 0; index < count; index++) {
      const student = students[index] ?? (await connect(amphi.origin, code, 'student'))
      students[index] = student
      for (const command of act(index)) {
        const reply = await student.send(command)
        if (!reply.ok) throw new Error(`${command.type}: ${reply.message}`)
      }
    }
  }

  async function open(page: PageName, url: string, schemes: readonly (Scheme | undefined)[]): Promise<Tab[]> {
    const sizes = SIZES_OF[page].filter(name => wanted(page, name))
    const visits = sizes.flatMap(size => schemes.map(scheme => ({ size, ...(scheme && { scheme }) })))
    return pool(visits, async visit => {
      const tab = await openTab(browser, { page, url, lang, complain, ...visit })
      await settle(tab)
      return tab
    })
  }
}

const TASK = /data-task="([^"]+)"/g

/** Finds slides in the deck by what they hold, so that it may be edited. */
async function places(origin: string, code: string, key: string): Promise<Places> {
  const response = await fetch(`${origin}/api/lessons/${code}/deck`, { headers: { Authorization: `Bearer ${key}` } })
  const { slides }: DeckView = await response.json()
  const all = slides.flatMap((stack, h) => stack.flatMap((slide, v) => (slide ? [{ h, v, ...slide }] : [])))
  const first = (what: string, fits: (slide: (typeof all)[number]) => boolean) => {
    const found = all.find(fits)
    if (!found) throw new Error(`the sample class has no ${what}`)
    return found
  }
  const begin = (kind: string) => first(kind, ({ segment }) => segment?.kind === kind)
  const asked = (what: string, id: string) => ({ ...first(what, ({ poll }) => poll === id), poll: id })
  return {
    steps: first('list in steps', ({ html, steps, poll }) => !poll && steps > 2 && html.includes('<li')),
    picture: first('picture', ({ html, poll }) => !poll && html.includes('<img')),
    code: first('code in steps', ({ html, steps, poll }) => !poll && steps > 2 && html.includes('<pre')),
    one: asked('question with one right answer', 'shared'),
    several: asked('question with several right answers', 'lost'),
    quiz: begin('quiz'),
    pause: begin('break'),
    workshop: {
      ...first('slide with tasks', ({ html }) => html.search(TASK) >= 0),
      tasks: all.flatMap(({ html }) => Array.from(html.matchAll(TASK), ([, task = '']) => task)),
    },
  }
}
