/** What students say in between: messages, votes and the pulse; and the talk that the class comes back to. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { onSlide, sees } from '../sight.ts'
import { go, press, type Room, region } from './room.ts'
import type { Step } from './step.ts'

const SIGNED = 'Is <b>this</b> a layer?'
const PLAIN = 'Why is it slow?'

async function ask(phone: Page, text: string, signed: boolean) {
  await press(phone, 'Ask a question')
  const dialog = phone.getByRole('dialog', { name: 'Ask a question' })
  await dialog.getByRole('textbox').fill(text)
  const box = dialog.getByRole('checkbox')
  if ((await box.isChecked()) !== signed) await box.click()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByText(text, { exact: true }).waitFor()
  await phone.keyboard.press('Escape')
}

async function upvote(phone: Page, text: string) {
  await press(phone, 'Ask a question')
  const message = phone.getByRole('dialog').getByRole('listitem').filter({ hasText: text })
  await message.getByRole('button', { name: 'Upvote' }).click()
  await message.getByRole('button', { name: 'Upvote', pressed: true }).waitFor()
  await phone.keyboard.press('Escape')
}

const inInbox = (room: Room, text: string) => region(room.desk, 'Inbox').getByRole('listitem').filter({ hasText: text })

const states = (room: Room) => room.told.inbox?.messages?.map(({ state, votes }) => `${state} ${votes}`).join()

export const REMARKS: Step[] = [
  [
    'messages wait until the presenter lets them through',
    async room => {
      await ask(room.phones.Ben, SIGNED, true)
      await room.until(() => states(room) === 'waiting 0')
      await ask(room.phones.Dev, PLAIN, false)
      await room.until(() => states(room) === 'waiting 0,waiting 0')
      await sees(room.desk, '2 messages are waiting')
      expect(room.told.inbox?.messages?.map(({ name }) => name)).toEqual(['Ben', undefined])
      await press(room.phones.Ada, 'Ask a question')
      expect(await room.phones.Ada.getByText(PLAIN).count()).toBe(0)
      await room.phones.Ada.keyboard.press('Escape')
      await press(room.desk, 'Inbox')
      await inInbox(room, SIGNED).getByRole('button', { name: 'Let through', exact: true }).click()
      await room.until(() => states(room) === 'open 0,waiting 0')
    },
  ],
  [
    'they are voted for, once each, and one is on the wall as it was written',
    async room => {
      await upvote(room.phones.Ada, SIGNED)
      await upvote(room.phones.Cleo, SIGNED)
      await room.until(() => states(room) === 'open 2,waiting 0')
      await inInbox(room, SIGNED).getByRole('button', { name: 'Show on the wall', exact: true }).click()
      const message = region(room.wall, 'Message')
      await message.getByText(SIGNED, { exact: true }).waitFor()
      await message.getByText('Ben', { exact: true }).waitFor()
      await room.restart()
      await message.getByText(SIGNED, { exact: true }).waitFor()
      await room.until(() => states(room) === 'shown 2,waiting 0')
      await inInbox(room, PLAIN).getByRole('button', { name: 'Hide', exact: true }).click()
      await inInbox(room, SIGNED).getByRole('button', { name: 'Answered', exact: true }).click()
      await message.waitFor({ state: 'detached' })
      await room.until(() => states(room) === 'answered 2,hidden 0')
    },
  ],
  [
    'the presenter alone is told how it goes',
    async room => {
      await press(room.phones.Ada, "I'm lost")
      await press(room.phones.Ben, "I'm lost")
      await press(room.phones.Cleo, 'Too fast')
      await press(room.phones.Dev, 'Clear')
      await room.until(({ pulse }) => pulse?.lost === 2 && pulse.fast === 1 && pulse.clear === 1)
      await press(room.phones.Ben, 'Clear')
      await room.until(({ pulse }) => pulse?.lost === 1 && pulse.clear === 2)
      const gauge = region(room.desk, 'How it goes')
      for (const text of ['1 lost', '1 too fast', '2 clear']) await gauge.getByText(text).waitFor()
      for (const page of [room.wall, ...Object.values(room.phones)]) {
        expect(await page.getByText(/1 lost|2 clear/).count()).toBe(0)
      }
    },
  ],
  [
    'back in the talk all phones follow the class again, after a restart as well',
    async room => {
      await go(room, 'z', 'Back to the talk')
      await room.each(phone => onSlide(phone, 'Back to the talk').waitFor())
      expect(await region(room.wall, 'Workshop').count()).toBe(0)
      await room.restart()
      await room.each(phone => onSlide(phone, 'Back to the talk').waitFor())
      await onSlide(room.wall, 'Back to the talk').waitFor()
    },
  ],
]
