/** The scenes of a quiz, a break and a workshop. */
import type { Command } from '../../../server/wire/messages.ts'
import type { PollView } from '../../../server/wire/poll-view.ts'
import { button, each, foot, go, look, press, tell } from './acts.ts'
import { dialog, type Scene } from './scene.ts'

/** Seconds of the quiz: more than it takes to look at every page. */
const AMPLE = 3_600
/** How far each of the other students gets in the quiz, in questions. */
const PROGRESS = [6, 6, 5, 4, 6, 3, 2, 6, 5]
const FINISHED = 6
/** How many of them call for help in the workshop. */
const CALLING = 2

export const MORNING: Scene[] = [
  {
    state: 'quiz-open',
    async play(room) {
      const { id } = room.places.quiz
      await room.send({ type: 'startQuiz', segment: id, seconds: AMPLE })
      await room.presenter.until(({ quiz, polls }) => quiz?.phase === 'open' && !!polls?.every(isOpen))
      const polls = room.presenter.view.polls ?? []
      await room.others(PROGRESS.length, index => [
        ...polls.slice(0, PROGRESS[index]).flatMap(answerTo),
        ...(PROGRESS[index] === FINISHED ? [{ type: 'finish', segment: id, on: true } as const] : []),
      ])
      return room.tabs()
    },
  },
  { state: 'quiz-closed', play: room => tell(room, { type: 'stopQuiz', segment: room.places.quiz.id }) },
  {
    state: 'quiz-solved',
    play: room => tell(room, { type: 'releaseQuiz', segment: room.places.quiz.id, results: true, solutions: true }),
  },
  { state: 'break', play: room => go(room, room.places.pause) },
  {
    state: 'timer',
    async play(room) {
      await go(room, room.places.steps)
      return tell(room, { type: 'timer', seconds: AMPLE })
    },
    clear: room => room.send({ type: 'stopTimer' }),
  },
  { state: 'workshop', play: room => go(room, room.places.workshop) },
  {
    state: 'workshop-busy',
    async play(room) {
      const [first = '', second = '', third = ''] = room.places.workshop.tasks
      await room.others(9, (index): Command[] => [
        { type: 'mark', task: first, state: 'done' },
        ...(index < 5 ? [{ type: 'mark', task: second, state: 'done' } as const] : []),
        ...(index > 5 ? [{ type: 'mark', task: second, state: 'stuck' } as const] : []),
        ...(index < 2 ? [{ type: 'mark', task: third, state: 'stuck' } as const] : []),
        ...(index > 6 ? [{ type: 'help', on: true, task: second, seat: `Row ${index}` } as const] : []),
        { type: 'pulse', feeling: index > 5 ? 'lost' : 'clear' },
      ])
      await room.send({ type: 'hint', task: second, to: 'all' })
      return room.tabs()
    },
  },
  {
    state: 'marked',
    async play(room) {
      const { done, stuck, call } = room.words.late.workshop
      const tabs = room.tabs('student')
      await each(tabs, async ({ view }) => {
        await button(view, done).first().click()
        await button(view, stuck).nth(1).click()
        await button(view, call).click()
      })
      await room.presenter.until(({ workshop }) => workshop?.help?.length === CALLING + tabs.length)
      return tabs
    },
  },
  { state: 'marked-foot', scrolled: true, play: foot },
  {
    state: 'coming',
    async play(room) {
      // Each is told to one phone alone.
      for (const { student } of room.presenter.view.workshop?.help ?? []) {
        await room.send({ type: 'coming', student }, 'presenter')
      }
      await each(room.tabs('student'), ({ view }) => view.getByText(room.words.late.workshop.coming).waitFor())
      return room.tabs('student')
    },
  },
  {
    state: 'tasks-text',
    async play(room) {
      const tabs = await look(room, room.words.student.readingView)
      await each(tabs, ({ view }) => view.evaluate(() => scrollTo({ top: 0 })))
      return tabs
    },
    async clear(room) {
      const tabs = await look(room, room.words.student.slideView)
      await each(tabs, ({ view }) => button(view, room.words.late.workshop.cancel).click())
    },
  },
  dialog('hint', 'Shift+I'),
  dialog('countdown', 'Shift+T'),
  {
    state: 'message',
    async play(room) {
      await room.others(QUESTIONS.length, index => [{ type: 'ask', text: QUESTIONS[index] ?? '', signed: false }])
      await room.presenter.until(({ inbox }) => inbox?.messages?.length === QUESTIONS.length)
      const [first, ...more] = room.presenter.view.inbox?.messages ?? []
      // A wall is told of the one that it shows, and of no other.
      for (const { id } of more) {
        await room.send({ type: 'moderate', message: id, state: 'open' }, 'presenter', 'student')
      }
      return tell(room, { type: 'moderate', message: first?.id ?? '', state: 'shown' })
    },
  },
  {
    state: 'asking',
    async play(room) {
      const tabs = room.tabs('student')
      await each(tabs, async ({ view }) => {
        await button(view, room.words.late.inbox.ask).click()
        await view
          .getByRole('dialog')
          .getByRole('textbox')
          .fill(QUESTIONS[0] ?? '')
      })
      return tabs
    },
    clear: room =>
      each(room.tabs('student'), async ({ view }) => {
        await view.getByRole('dialog').getByRole('button', { name: room.words.common.close }).click()
      }),
  },
  {
    state: 'inbox',
    async play(room) {
      const tabs = await press(room, 'i')
      const { answered } = room.words.presenter.inbox
      await each(tabs, ({ view }) => view.getByRole('button', { name: answered, exact: true }).first().waitFor())
      return tabs
    },
    clear: async room => void (await press(room, 'i')),
  },
]

const QUESTIONS = [
  'Does a layer that is deleted in a later step still take up room in the image?',
  'Why do two containers see each other by name in a network of their own, and not in the default one?',
  'Podman?',
]

const answerTo = ({ id, kind, round }: PollView): Command[] =>
  kind === 'choice' ? [{ type: 'answer', poll: id, round, value: [0] }] : []

const isOpen = ({ phase }: PollView) => phase === 'open'
