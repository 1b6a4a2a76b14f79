/** What the presenter's pages show in a class, on whatever the presenter holds or sits at. */
import type { Page } from 'playwright-core'
import { en } from '../../../client/i18n/languages/en.ts'
import { PLACES, type Room, type State } from './room.ts'

const { presenter } = en
/** Seconds of a vote: more than it takes to look at it. */
const AMPLE = 900

let desk: Page

const see = async (text: string | RegExp) => {
  await desk.getByText(text).filter({ visible: true }).first().waitFor()
  return desk
}
const go = (room: Room, h: number) => room.send({ type: 'move', h, v: 0, f: -1 })

/** A dialog by its key, closed by the next state. */
const dialog = (state: string, key: string): State => ({
  state,
  async play() {
    await desk.keyboard.press('Escape')
    await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    await desk.keyboard.press(key)
    await desk.getByRole('dialog').waitFor()
    return desk
  },
})

const step = (state: string, text: string | RegExp, act: (room: Room) => Promise<unknown>): State => ({
  state,
  async play(room) {
    await act(room)
    return see(text)
  },
})

export const STATES: State[] = [
  {
    state: 'asked for the key',
    async play(room) {
      desk = (await room.open('presenter', `/${room.code}/present`)).view
      await desk.getByRole('heading', { name: en.gate.title }).waitFor()
      return desk
    },
  },
  {
    state: 'slide',
    async play(room) {
      await desk.close()
      desk = (await room.open('presenter', `/${room.code}/present#key`)).view
      await desk.getByRole('button', { name: presenter.next, exact: true }).waitFor()
      await go(room, 1)
      return desk
    },
  },
  step('blank', presenter.blanked, room => room.send({ type: 'blank', on: true })),
  dialog('menu', 'm'),
  dialog('keys', '?'),
  dialog('people', 'w'),
  dialog('pairing', 'q'),
  {
    state: 'join code',
    async play(room) {
      await desk.keyboard.press('Escape')
      await room.send({ type: 'blank', on: false })
      await room.send({ type: 'joinCode', shown: true })
      await desk.getByRole('dialog').waitFor()
      return desk
    },
  },
  ...(['one', 'several', 'number', 'scale', 'order'] as const).flatMap(poll => [
    step(`${poll}, ready`, presenter.ready, async room => {
      await room.send({ type: 'joinCode', shown: false })
      await go(room, PLACES[poll])
    }),
    step(`${poll}, open`, /answered/, async room => {
      await room.send({ type: 'open', poll, seconds: AMPLE })
      const right = { one: [0], several: [0, 1], number: 3.14, scale: 5, order: [0, 1, 2, 3] }[poll]
      const wrong = { one: [2], several: [2], number: 12345.678, scale: 10, order: [3, 2, 1, 0] }[poll]
      await room.answer(poll, 1, [right, right, wrong])
    }),
    step(`${poll}, results`, poll === 'scale' ? presenter.resultsAreShown : presenter.solutionIsShown, async room => {
      await room.send({ type: 'close', poll })
      await room.send({ type: 'results', poll, shown: true })
      if (poll !== 'scale') await room.send({ type: 'solution', poll, shown: true })
    }),
    step(`${poll}, second round`, new RegExp(presenter.round(2)), room => room.send({ type: 'again', poll })),
  ]),
  step('joining is locked', presenter.roomLocked, async room => {
    await room.send({ type: 'close', poll: 'order' })
    await room.send({ type: 'lock', on: true })
  }),
  step('away', presenter.away, async room => room.cable.cut()),
  step('over', presenter.over, async room => {
    room.cable.mend()
    await room.send({ type: 'end' })
  }),
  {
    state: 'report',
    async play(room) {
      desk = (await room.open('report', `/${room.code}/report#key`)).view
      await desk.getByRole('heading', { name: en.report.questions }).waitFor()
      return desk
    },
  },
]
