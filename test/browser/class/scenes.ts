/** A class from the empty room to the end, scene by scene; at each, some pages are worth a look. */
import type { Class } from './class.ts'
import type { PageName } from './sizes.ts'
import type { Tab } from './tab.ts'

export interface Scene {
  state: string
  /** The page is the one before, scrolled. */
  scrolled?: true
  /** Brings the class to this state; resolves to the pages to look at. */
  play(room: Class): Promise<Tab[]>
  /** Puts away what lies over the pages, before the next scene. */
  clear?(room: Class): Promise<void>
}

/** Seconds of a vote: more than it takes to look at every page. */
const AMPLE = 900
/** What the other students choose. */
const ONE = [[1], [1], [1], [0], [2], [1], [3], [1], [0], [1], [2]]
const SEVERAL = [[0, 2], [0, 2], [0], [0, 2, 3], [1], [0, 2], [2], [0, 1], [0, 2], [0], [3]]
/** The choice that the students in the pictures tap; it is wrong, since that has more to say. */
const TAPPED = 2

export const SCENES: Scene[] = [
  { state: 'empty', play: room => room.visit('home', '/') },
  {
    state: 'unknown',
    async play(room) {
      const tabs = await room.visit('home', '/')
      await each(tabs, async ({ view }) => {
        await view.getByRole('textbox').fill(other(room.code))
        await view.getByRole('alert').filter({ hasText: /\d/ }).waitFor()
      })
      return tabs
    },
  },
  {
    state: 'presenting',
    async play(room) {
      const tabs = await room.visit('home', '/')
      await each(tabs, ({ view }) => view.getByText(room.words.home.presenter).click())
      return tabs
    },
  },
  {
    state: 'refused',
    async play(room) {
      const tabs = await room.visit('student', `/${other(room.code)}`)
      await each(tabs, ({ view }) => view.getByRole('link', { name: room.words.student.otherCode }).waitFor())
      return tabs
    },
  },
  {
    state: 'list',
    async play(room) {
      const tabs = await room.visitDecks()
      await each(tabs, ({ view }) => view.getByRole('link').first().waitFor())
      return tabs
    },
  },
  lessons('lessons'),
  {
    state: 'deleting',
    async play(room) {
      const tabs = await room.visit('teach', '/teach')
      await each(tabs, async ({ view }) => {
        await view.getByRole('listitem').getByRole('button').first().click()
        await view.getByRole('dialog').waitFor()
      })
      return tabs
    },
  },
  gate('gate', 'presenter', 'present'),
  gate('wrong-key', 'presenter', 'present#key=wrong'),
  gate('gate', 'report', 'report'),
  gate('gate', 'screen', 'screen'),
  { state: 'nothing', play: room => room.visit('report', `/${room.code}/report#key`) },
  {
    state: 'waiting',
    async play(room) {
      await room.enter('presenter')
      await room.enter('screen')
      return room.tabs()
    },
  },
  {
    state: 'waiting',
    async play(room) {
      await room.enter('student')
      return room.tabs('student')
    },
  },
  {
    state: 'join',
    async play(room) {
      await room.send({ type: 'joinCode', shown: true }, 'presenter', 'screen')
      return room.tabs('presenter', 'screen')
    },
    clear: room => room.send({ type: 'joinCode', shown: false }, 'presenter', 'screen'),
  },
  { state: 'slide', play: room => go(room, room.places.steps, 2) },
  { state: 'picture', play: room => go(room, room.places.picture) },
  { state: 'code', play: room => go(room, room.places.code, 2) },
  {
    state: 'paged',
    async play(room) {
      const tabs = room.tabs('student')
      await each(tabs, ({ view }) => button(view, room.words.student.previous).click())
      return tabs
    },
    clear: room => each(room.tabs('student'), ({ view }) => button(view, room.words.student.backToLive).click()),
  },
  {
    state: 'blank',
    async play(room) {
      await room.send({ type: 'blank', on: true })
      return room.tabs()
    },
    clear: room => room.send({ type: 'blank', on: false }),
  },
  dialog('menu', 'm'),
  dialog('keys', '?'),
  dialog('people', 'w'),
  dialog('pairing', 'q'),
  sheet(),

  { state: 'ready', play: room => go(room, room.places.one) },
  {
    state: 'open',
    async play(room) {
      await room.send({ type: 'open', poll: room.places.one.poll, seconds: AMPLE })
      return room.tabs()
    },
  },
  {
    state: 'answered',
    async play(room) {
      await room.answer(room.places.one.poll, ONE)
      await each(room.tabs('student'), async ({ view }) => {
        await view.getByRole('radio').nth(TAPPED).dispatchEvent('click')
        await view.getByText(room.words.student.recorded).first().waitFor()
      })
      return room.tabs()
    },
  },
  { state: 'closed', play: room => tell(room, { type: 'close', poll: room.places.one.poll }) },
  { state: 'results', play: room => tell(room, { type: 'results', poll: room.places.one.poll, shown: true }) },
  { state: 'solution', play: room => tell(room, { type: 'solution', poll: room.places.one.poll, shown: true }) },
  { state: 'solution-foot', scrolled: true, play: foot },

  {
    state: 'several-open',
    async play(room) {
      await go(room, room.places.several)
      await room.send({ type: 'open', poll: room.places.several.poll, seconds: AMPLE })
      await room.answer(room.places.several.poll, SEVERAL)
      await each(room.tabs('student'), async ({ view }) => {
        for (const place of [0, 1]) await view.getByRole('checkbox').nth(place).dispatchEvent('click')
      })
      return room.tabs('student')
    },
  },
  {
    state: 'several-solution',
    async play(room) {
      const { poll } = room.places.several
      await each(room.tabs('student'), async ({ view }) => {
        await button(view, room.words.student.send).click()
        await view.getByText(room.words.student.recorded).first().waitFor()
      })
      await room.send({ type: 'results', poll, shown: true })
      return tell(room, { type: 'solution', poll, shown: true })
    },
  },
  {
    state: 'offline',
    async play(room) {
      room.cable.cut()
      const { student, screen, presenter } = room.words
      const said = { student: student.offline, screen: screen.away, presenter: presenter.away }
      for (const page of ['student', 'screen', 'presenter'] as const) {
        await each(room.tabs(page), ({ view }) => view.getByText(said[page]).first().waitFor())
      }
      return room.tabs()
    },
    async clear(room) {
      room.cable.mend()
      // Who is back has heard of this.
      await room.send({ type: 'blank', on: true })
      await room.send({ type: 'blank', on: false })
    },
  },
  {
    state: 'reading',
    async play(room) {
      await go(room, room.places.code, 2)
      return look(room, room.words.student.readingView)
    },
  },
  { state: 'slide-view', play: room => look(room, room.words.student.slideView) },
  { state: 'live', play: room => room.visit('report', `/${room.code}/report#key`) },
  { state: 'over', play: room => tell(room, { type: 'end' }) },
  { state: 'over-foot', scrolled: true, play: foot },
  { state: 'over', play: room => room.visit('report', `/${room.code}/report#key`) },
  lessons('lessons-over'),
]

/** The list of the teacher's lessons. */
function lessons(state: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await room.visit('teach', '/teach')
      await each(tabs, ({ view }) => view.getByRole('listitem').first().waitFor())
      return tabs
    },
  }
}

/** What a page of the presenter shows to somebody without the key. */
function gate(state: string, page: PageName, path: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await room.visit(page, `/${room.code}/${path}`)
      await each(tabs, ({ view }) => view.getByRole('heading', { name: room.words.gate.title }).waitFor())
      return tabs
    },
  }
}

/** A dialog of the presenter's page, by its key. */
function dialog(state: string, key: string): Scene {
  return {
    state,
    async play(room) {
      const tabs = await press(room, key)
      await each(tabs, ({ view }) => view.getByRole('dialog').waitFor())
      return tabs
    },
    async clear(room) {
      await each(await press(room, 'Escape'), ({ view }) => view.getByRole('dialog').waitFor({ state: 'hidden' }))
    },
  }
}

/** The run-sheet, which a large desk shows from the start. */
function sheet(): Scene {
  let opened: Tab[] = []
  return {
    state: 'sheet',
    async play(room) {
      const tabs = room.tabs('presenter')
      const name = room.words.presenter.runSheet
      const shown = await Promise.all(tabs.map(({ view }) => view.getByRole('navigation', { name }).isVisible()))
      opened = tabs.filter((_, index) => !shown[index])
      await each(opened, ({ view }) => view.keyboard.press('o'))
      return tabs
    },
    clear: () => each(opened, ({ view }) => view.keyboard.press('o')),
  }
}

async function go(room: Class, { h, v }: { h: number; v: number }, steps = 0): Promise<Tab[]> {
  return tell(room, { type: 'move', h, v, f: steps - 1 })
}

async function tell(room: Class, command: Parameters<Class['send']>[0]): Promise<Tab[]> {
  await room.send(command)
  return room.tabs()
}

async function press(room: Class, key: string): Promise<Tab[]> {
  const tabs = room.tabs('presenter')
  await each(tabs, ({ view }) => view.keyboard.press(key))
  return tabs
}

/** Has every phone choose one of the two ways to look at a slide. */
async function look(room: Class, name: string): Promise<Tab[]> {
  const tabs = room.tabs('student')
  await each(tabs, ({ view }) => button(view, name).click())
  return tabs
}

/** The end of what a phone has to scroll through. */
async function foot(room: Class): Promise<Tab[]> {
  const tabs = room.tabs('student')
  await each(tabs, ({ view }) => view.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight })))
  return tabs
}

const button = (view: Tab['view'], name: string) => view.getByRole('button', { name, exact: true })

const each = async (tabs: Tab[], act: (tab: Tab) => Promise<unknown>) => void (await Promise.all(tabs.map(act)))

/** A code that no class has. */
const other = (code: string) => (code === '123456' ? '654321' : '123456')
