/** A class from the empty room to the end, scene by scene; at each, some pages are worth a look. */
import { button, each, foot, go, look, other, tell } from './acts.ts'
import { MORNING } from './morning.ts'
import { dialog, gate, lessons, type Scene, sheet } from './scene.ts'

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

  { state: 'quiz-ready', play: room => go(room, room.places.quiz) },
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
        await view.getByText(room.words.late.after.recorded).first().waitFor()
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
        await view.getByText(room.words.late.after.recorded).first().waitFor()
      })
      await room.send({ type: 'results', poll, shown: true })
      return tell(room, { type: 'solution', poll, shown: true })
    },
  },
  ...MORNING,
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
