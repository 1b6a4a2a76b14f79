/** The states that a question goes through on a phone. */
import type { Page } from 'playwright-core'
import type { Value } from '../../../server/wire/poll-view.ts'
import { PLACES, type Poll, type Room, type State } from './room.ts'

/** Seconds of a vote: more than it takes to look at it. */
const AMPLE = 900

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

/** @param phone the page as it is when a state is played */
export function asked(poll: Poll, phone: () => Page): State[] {
  const { others, enter, tap, survey } = WAYS[poll]
  const see = async (text: string | RegExp) => {
    await phone().getByText(text).first().waitFor()
    return phone()
  }
  const button = (name: string) => phone().getByRole('button', { name, exact: true })
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
    return phone()
  }
  return [
    step('ready', async room => {
      await room.send({ type: 'blank', on: false })
      await room.send({ type: 'move', h: PLACES[poll], v: 0, f: -1 })
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
            await enter(phone())
            return poll === 'order' ? phone() : see('Not sent yet')
          }),
        ]),
    step('recorded', async room => {
      if (tap) await enter(phone())
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
      return survey ? phone() : solution(room)
    }),
    step('discarded', async room => {
      if (!survey) await room.send({ type: 'solution', poll, shown: false })
      await room.send({ type: 'results', poll, shown: false })
      await room.send({ type: 'reset', poll })
      return see('Voting opens soon.')
    }),
  ]
}
