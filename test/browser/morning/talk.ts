/** The talk with a question in it, and the break. */
import { expect } from 'vitest'
import { onSlide, sees } from '../sight.ts'
import { button, go, press, type Room, region } from './room.ts'
import type { Step } from './step.ts'

const pick = (room: Room, name: keyof Room['phones'], choice: string) =>
  room.phones[name].getByRole('group', { name: 'Why is the sky blue?' }).getByText(choice, { exact: true }).click()

export const TALK: Step[] = [
  [
    'four students are in the talk, each under a name',
    async room => {
      await room.desk
        .getByText(/4 of 4 connected/)
        .first()
        .waitFor()
      await room.each(phone => onSlide(phone, 'Welcome').waitFor())
      expect(room.told.segment).toMatchObject({ kind: 'talk', seconds: 3_000, next: { kind: 'break', seconds: 600 } })
    },
  ],
  [
    'a question is open when the server dies, and loses no answer',
    async room => {
      await go(room, 'ArrowRight', 'Why is the sky blue?')
      await press(room.desk, 'Open voting')
      await pick(room, 'Ada', 'Air scatters blue light')
      await pick(room, 'Ben', 'It mirrors the sea')
      await room.until(({ poll }) => poll?.answered === 2)
      await room.restart()
      await pick(room, 'Cleo', 'It mirrors the sea')
      await pick(room, 'Dev', 'It mirrors the sea')
      await room.wall.getByText('4 answered').waitFor()
      expect(room.told.poll).toMatchObject({ phase: 'open', round: 1, answered: 4 })
    },
  ],
  [
    'one of four is right: the presenter alone is told to explain, before anybody sees a bar',
    async room => {
      await press(room.desk, 'Close voting')
      await sees(room.desk, '25% right: explain it first.')
      for (const page of [room.wall, ...Object.values(room.phones)]) {
        expect(await page.getByText(/25\s?%|explain it/).count()).toBe(0)
      }
      await press(room.desk, 'Show results')
      await expect
        .poll(async () => (await room.wall.locator('section.present .vote-count b').allInnerTexts()).join(' '))
        .toBe('75% 25%')
      await press(room.desk, 'Show solution')
      await room.phones.Ada.getByRole('status')
        .getByText(/^. Right$/)
        .waitFor()
      await room.phones.Ben.getByRole('status')
        .getByText(/^. Not right$/)
        .waitFor()
    },
  ],
]

export const BREAK: Step[] = [
  [
    'the break counts down on the wall and on all phones',
    async room => {
      await go(room, 'z', 'Coffee')
      const wall = region(room.wall, 'Break')
      await wall
        .getByRole('timer', { name: 'Time left' })
        .getByText(/^(10:00|09:\d\d)$/)
        .waitFor()
      await wall.getByText(/^Back at \d\d:\d\d$/).waitFor()
      await wall.getByText('Next: Quiz, 1 min').waitFor()
      await room.each(phone =>
        phone
          .getByText(/^Be back at \d\d:\d\d$/)
          .first()
          .waitFor(),
      )
    },
  ],
  [
    'it ends at the same moment after a restart, and five minutes later if it is made longer',
    async room => {
      const { endsAt = 0 } = room.told.timer ?? {}
      await room.restart()
      expect(room.told.timer).toMatchObject({ endsAt, seconds: 600, kind: 'break' })
      await press(room.desk, 'Add 5 min')
      await room.until(({ timer }) => timer?.seconds === 900)
      expect(room.told.timer?.endsAt).toBe(endsAt + 300_000)
      await region(room.wall, 'Break')
        .getByRole('timer')
        .getByText(/^1[45]:\d\d$/)
        .waitFor()
    },
  ],
  [
    'its end leads to the next part',
    async room => {
      await press(room.desk, 'End the break')
      for (const page of [room.desk, room.wall]) await onSlide(page, 'Quiz time').waitFor()
      expect(await region(room.wall, 'Break').count()).toBe(0)
      await button(room.desk, 'Start the quiz').waitFor()
    },
  ],
]
