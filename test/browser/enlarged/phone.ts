/** What a phone shows in a class, from the front door to the look back. */
import type { Page } from 'playwright-core'
import { en } from '../../../client/i18n/languages/en.ts'
import type { Value } from '../../../server/wire/poll-view.ts'
import { PLACES, type Poll, type Room } from './room.ts'

export interface State {
  state: string
  /** Brings the class there; resolves to the page to look at. */
  play(room: Room): Promise<Page>
}

/** Seconds of a vote: more than it takes to look at it. */
const AMPLE = 900
const NAME = 'Maximiliana von Hohenstein'

let phone: Page

/** What others say, and what the phone's student enters; what is tapped needs no sending. */
interface Way {
  others: Value[]
  enter(page: Page): Promise<unknown>
  tap?: true
  /** There is nothing right or wrong. */
  survey?: true
}

const field = (page: Page) => page.getByRole('region', { name: 'Question', exact: true }).getByRole('textbox').first()
const tick = async (page: Page, role: 'radio' | 'checkbox', nth: number) =>
  page.getByRole(role).nth(nth).dispatchEvent('click')

const WAYS: Record<Poll, Way> = {
  one: { others: [[0], [0], [1]], enter: page => tick(page, 'radio', 2), tap: true },
  pictures: { others: [[0], [1], [0]], enter: page => tick(page, 'radio', 1), tap: true },
  several: { others: [[0, 1], [0], [2]], enter: page => tick(page, 'checkbox', 2) },
  number: { others: [3.14, 3.2, 12345.678], enter: page => field(page).fill('1,000') },
  text: {
    others: ['Paris', 'Lyon', 'Villeneuve-Saint-Georges'],
    enter: page => field(page).fill('Marseille-en-Beauvaisis'),
  },
  words: {
    survey: true,
    others: ['whale', 'containers, whale', 'transportation'],
    enter: page => field(page).fill('whale'),
  },
  scale: { survey: true, others: [0, 5, 10], enter: page => tick(page, 'radio', 7), tap: true },
  order: {
    others: [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 0, 2, 3],
    ],
    enter: page =>
      page
        .getByRole('button', { name: /^Move . down$/ })
        .first()
        .dispatchEvent('click'),
  },
}

const see = async (text: string | RegExp) => {
  await phone.getByText(text).first().waitFor()
  return phone
}
const button = (name: string | RegExp) => phone.getByRole('button', { name, exact: typeof name === 'string' })
const go = async (room: Room, h: number) => {
  await room.send({ type: 'move', h, v: 0, f: -1 })
  return phone
}

export const STATES: State[] = [
  {
    state: 'front door',
    async play(room) {
      phone = (await room.open('home', '/')).view
      return phone
    },
  },
  {
    state: 'front door, no such class',
    async play(room) {
      await phone.getByRole('textbox').fill(room.code === '123456' ? '654321' : '123456')
      await phone.getByRole('alert').filter({ hasText: /\d/ }).waitFor()
      return phone
    },
  },
  {
    state: 'front door, presenting',
    async play() {
      await phone.getByText('Are you presenting?').click()
      return phone
    },
  },
  {
    state: 'no such class',
    async play(room) {
      await phone.close()
      phone = (await room.open('student', room.code === '123456' ? '/654321' : '/123456')).view
      return see(en.student.otherCode)
    },
  },
  {
    state: 'asked for a name',
    async play(room) {
      await phone.close()
      phone = (await room.open('student', `/${room.code}`)).view
      return see('Live')
    },
  },
  {
    state: 'without a name',
    async play() {
      await button('Save').click()
      await phone.getByRole('alert').filter({ hasText: /\w/ }).waitFor()
      return phone
    },
  },
  {
    state: 'waiting',
    async play() {
      await phone.getByRole('textbox').fill(NAME)
      await button('Save').click()
      await button(new RegExp(NAME)).waitFor()
      return phone
    },
  },
  {
    state: 'changing the name',
    async play() {
      await button(new RegExp(NAME)).click()
      await phone.getByRole('dialog').waitFor()
      return phone
    },
  },
  {
    state: 'slide view',
    async play(room) {
      await button('Cancel').click()
      await go(room, 1)
      await button('Slide view').click()
      return phone
    },
  },
  {
    state: 'reading view',
    async play() {
      await button('Reading view').click()
      await phone.locator('.reading-text h3, .reading-text h2').first().waitFor()
      return phone
    },
  },
  {
    state: 'a picture enlarged',
    async play() {
      await button(/^Enlarge/).click()
      await phone.getByRole('dialog').waitFor()
      return phone
    },
  },
  {
    state: 'back in the slides',
    async play() {
      await button('Close').click()
      await button('Previous slide').click()
      return see('Opening')
    },
  },
  {
    state: 'blank',
    async play(room) {
      await button('Back to live').click()
      await room.send({ type: 'blank', on: true })
      return see('The screen is blank.')
    },
  },
  ...(Object.keys(PLACES) as Poll[]).flatMap(asked),
  {
    state: 'clock stopped',
    async play(room) {
      await go(room, PLACES.several)
      await room.send({ type: 'reset', poll: 'several' })
      await room.send({ type: 'open', poll: 'several', seconds: AMPLE })
      await tick(phone, 'checkbox', 0)
      await room.send({ type: 'pause', poll: 'several', on: true })
      return see(/The clock is stopped/)
    },
  },
  {
    state: 'without a connection',
    async play(room) {
      room.cable.cut()
      await see(/The connection is lost/)
      await button('Send answer').dispatchEvent('click')
      return see('Kept on this phone')
    },
  },
  {
    state: 'too late',
    async play(room) {
      await room.presenter.send({ type: 'solution', poll: 'several', shown: true })
      room.cable.mend()
      return see(/came after voting had closed/)
    },
  },
  {
    state: 'ranking',
    async play(room) {
      await go(room, PLACES.several)
      await room.send({ type: 'ranking', shown: true })
      return see(/^You are/)
    },
  },
  {
    state: 'over',
    async play(room) {
      await room.send({ type: 'end' })
      return see('Your answers')
    },
  },
  {
    state: 'looking back',
    async play() {
      await phone.locator('.review-item').first().dispatchEvent('click')
      return see('Your answer')
    },
  },
]

/** The states that a question goes through. */
function asked(poll: Poll): State[] {
  const { others, enter, tap, survey } = WAYS[poll]
  const step = (state: string, play: State['play']): State => ({ state: `${poll}, ${state}`, play })
  const tell = (type: 'close' | 'again' | 'reset', text: string | RegExp) => async (room: Room) => {
    await room.send({ type, poll })
    return see(text)
  }
  const send = async () => {
    if (!tap) await button('Send answer').dispatchEvent('click')
    return see(/^Recorded/)
  }
  const solution = async (room: Room) => {
    await room.send({ type: 'solution', poll, shown: true })
    return phone
  }
  return [
    step('ready', async room => {
      await room.send({ type: 'blank', on: false })
      await go(room, PLACES[poll])
      return see('Voting opens soon.')
    }),
    step('open', async room => {
      await room.send({ type: 'open', poll, seconds: AMPLE })
      return see('Voting is open.')
    }),
    ...(tap
      ? []
      : [
          step('drafted', async () => {
            await enter(phone)
            return poll === 'order' ? phone : see('Not sent yet')
          }),
        ]),
    step('recorded', async room => {
      if (tap) await enter(phone)
      await room.answer(poll, 1, others)
      return send()
    }),
    step('closed', tell('close', 'Voting is closed.')),
    step('results', async room => {
      await room.send({ type: 'results', poll, shown: true })
      return see('4 answers in all')
    }),
    ...(survey ? [] : [step('solution', solution)]),
    step('second round', tell('again', /Your answer in the round before/)),
    step('second round, kept', async () => {
      await button('Keep this answer').click()
      return see(/^Recorded/)
    }),
    step('second round, told', async room => {
      await room.answer(poll, 2, others)
      await room.send({ type: 'close', poll })
      await room.send({ type: 'results', poll, shown: true })
      return survey ? phone : solution(room)
    }),
    step('discarded', async room => {
      if (!survey) await room.send({ type: 'solution', poll, shown: false })
      await room.send({ type: 'results', poll, shown: false })
      await room.send({ type: 'reset', poll })
      return see('Voting opens soon.')
    }),
  ]
}
