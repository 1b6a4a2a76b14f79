/** What a phone shows in a class, from the front door to the look back. */
import type { Page } from 'playwright-core'
import { en } from '../../../client/i18n/languages/en.ts'
import { asked } from './phone-question.ts'
import { PLACES, type Poll, type Room, type State } from './room.ts'

/** Seconds of a vote: more than it takes to look at it. */
const AMPLE = 900
const NAME = 'Maximiliana von Hohenstein'

let phone: Page

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
  ...(Object.keys(PLACES) as Poll[]).flatMap(poll => asked(poll, () => phone)),
  {
    state: 'clock stopped',
    async play(room) {
      await go(room, PLACES.several)
      await room.send({ type: 'reset', poll: 'several' })
      await room.send({ type: 'open', poll: 'several', seconds: AMPLE })
      await phone.getByRole('checkbox').first().dispatchEvent('click')
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
