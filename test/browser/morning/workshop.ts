/** The workshop: each at their own pace, two stuck on the same task, a hint for them, and help. */
import { expect } from 'vitest'
import { onSlide } from '../sight.ts'
import { button, holds, type Name, press, type Room, region } from './room.ts'
import type { Step } from './step.ts'

const HINT = 'Mind the dot.'

/** The phone goes to the slide that has the tasks. */
async function walk(room: Room, name: Name) {
  await press(room.phones[name], 'Next slide')
  await onSlide(room.phones[name], 'Build').waitFor()
}

const mark = (room: Room, name: Name, task: string, state: string) =>
  region(room.phones[name], 'Workshop')
    .getByRole('group', { name: task, exact: true })
    .getByRole('button', { name: state, exact: true })
    .click()

/** Of the presenter's board. */
const counts = (room: Room) => room.told.workshop?.tasks.map(({ done, stuck }) => `${done} ${stuck}`)

const onBoard = (room: Room, task: string) =>
  region(room.desk, 'Workshop').getByRole('listitem').filter({ hasText: task })

/** On the wall, task by task. */
async function bars(room: Room, done: number[]) {
  const tasks = region(room.wall, 'Workshop').getByRole('listitem')
  for (const [index, count] of done.entries()) {
    await tasks
      .nth(index)
      .getByText(new RegExp(`(^|: )${count} of 4$`))
      .waitFor()
  }
}

export const WORKSHOP: Step[] = [
  [
    'phones hold its slides and tasks, and no hint',
    async room => {
      await region(room.wall, 'Workshop').getByText('Nobody waits for help').waitFor()
      await room.each(async (phone, name) => {
        await walk(room, name)
        expect(await holds(phone, HINT)).toBe(false)
      })
      await onSlide(room.wall, 'Hands on').waitFor()
    },
  ],
  [
    'marks are counted for the presenter and the wall, and two are stuck on the same task',
    async room => {
      await room.each((_, name) => mark(room, name, 'Write the file', 'Done'))
      await mark(room, 'Ada', 'Build it', "I'm stuck")
      await mark(room, 'Cleo', 'Build it', "I'm stuck")
      await mark(room, 'Ben', 'Build it', 'Done')
      await mark(room, 'Dev', 'Build it', 'Done')
      await mark(room, 'Dev', 'Build it', 'Done')
      await room.until(() => counts(room)?.join() === '4 0,1 2,0 0')
      await onBoard(room, 'Write the file').getByText('4 done').waitFor()
      await onBoard(room, 'Build it').getByText('2 stuck').waitFor()
      await bars(room, [4, 1, 0])
      expect(await region(room.wall, 'Workshop').innerText()).not.toMatch(/stuck|Ada|Ben|Cleo|Dev/)
    },
  ],
  [
    'a pushed hint reaches those two alone',
    async room => {
      await onBoard(room, 'Build it').getByRole('button', { name: 'Push hint', exact: true }).click()
      await room.desk.getByRole('button', { name: 'To those who are stuck (2)' }).click()
      for (const name of ['Ada', 'Cleo'] as const) await region(room.phones[name], 'Workshop').getByText(HINT).waitFor()
      for (const name of ['Ben', 'Dev'] as const) expect(await holds(room.phones[name], HINT)).toBe(false)
      expect(await holds(room.wall, HINT)).toBe(false)
    },
  ],
  [
    'a restart keeps marks, hints, places in the queue, and where each student is',
    async room => {
      await press(room.phones.Cleo, 'Call for help')
      await room.until(({ workshop }) => workshop?.help?.length === 1)
      await press(room.phones.Ada, 'Call for help')
      await room.until(({ workshop }) => workshop?.help?.length === 2)
      await room.restart()
      expect(counts(room)?.join()).toBe('4 0,1 2,0 0')
      expect(room.told.workshop?.help?.map(({ name }) => name)).toEqual(['Cleo', 'Ada'])
      await bars(room, [4, 1, 0])
      await region(room.wall, 'Workshop').getByText('2 wait for help').waitFor()
      await room.each(phone => onSlide(phone, 'Build').waitFor())
      await room.phones.Ada.reload()
      await onSlide(room.phones.Ada, 'Build').waitFor()
      await region(room.phones.Ada, 'Workshop').getByText(HINT).waitFor()
      await room.phones.Ada.getByText('You are 2nd in the queue.').waitFor()
    },
  ],
  [
    'who has waited longest is helped first, and either side ends it',
    async room => {
      const queue = region(room.desk, 'Waiting for help').getByRole('listitem')
      await expect.poll(() => queue.count()).toBe(2)
      const cleo = queue.nth(0)
      await cleo.getByText('Cleo').waitFor()
      await cleo.getByText('same task: 2').waitFor()
      await cleo.getByRole('button', { name: 'Coming', exact: true }).click()
      await room.phones.Cleo.getByText('Somebody is coming').waitFor()
      await cleo.getByRole('button', { name: 'Helped', exact: true }).click()
      await room.phones.Ada.getByText('You are 1st in the queue.').waitFor()
      await region(room.wall, 'Workshop').getByText('1 waits for help').waitFor()
      await press(room.phones.Ada, 'Cancel help')
      await region(room.wall, 'Workshop').getByText('Nobody waits for help').waitFor()
      await mark(room, 'Cleo', 'Build it', 'Done')
      await room.until(() => counts(room)?.join() === '4 0,2 1,0 0')
    },
  ],
  [
    'everyone is brought to the class’s slide, and let go on',
    async room => {
      await press(room.phones.Ben, "Go to the class's slide")
      await onSlide(room.phones.Ben, 'Hands on').waitFor()
      await press(room.desk, 'Bring everyone here')
      await room.each(phone => onSlide(phone, 'Hands on').waitFor())
      await press(room.desk, 'Let everyone go on')
      await button(room.desk, 'Bring everyone here').waitFor()
      await walk(room, 'Ada')
      await onSlide(room.phones.Dev, 'Hands on').waitFor()
    },
  ],
]
