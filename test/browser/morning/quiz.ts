/** The quiz: every student at their own pace under one clock, and one of them with a third more time. */
import { expect } from 'vitest'
import { onSlide, sees } from '../sight.ts'
import { button, go, holds, type Name, press, type Room, region } from './room.ts'
import type { Step } from './step.ts'

const LEAF = 'Which colour has a leaf?'
const SEA = 'Which colour has the sea?'
const TIMES = 'What is six times seven?'

const group = (room: Room, name: Name, question: string) =>
  region(room.phones[name], 'Quiz').getByRole('group', { name: question })

/** Taps a choice; resolves once it has been recorded. */
async function pick(room: Room, name: Name, question: string, choice: string) {
  await group(room, name, question).getByText(choice, { exact: true }).click()
  await group(room, name, question)
    .getByRole('radio', { name: choice })
    .and(room.phones[name].locator(':checked'))
    .waitFor()
}

async function type(room: Room, name: Name, number: string) {
  await group(room, name, TIMES).getByRole('textbox').fill(number)
  await group(room, name, TIMES).getByRole('button', { name: /^Send/ }).click()
}

const entry = (room: Room, name: Name, text: string) =>
  region(room.phones[name], 'Quiz').getByRole('list', { name: 'Questions' }).getByText(text, { exact: true })

const answered = (room: Room) => room.told.quiz?.answered

/** On the wall, question by question. */
async function columns(room: Room, counts: number[]) {
  for (const [index, count] of counts.entries()) {
    await region(room.wall, 'Quiz')
      .getByText(`Question ${index + 1}: ${count} of 4`, { exact: true })
      .waitFor()
  }
}

export const QUIZ: Step[] = [
  [
    'one student is given a third more time in the list of people, and no phone holds a question',
    async room => {
      await room.desk.keyboard.press('w')
      const people = room.desk.getByRole('dialog', { name: 'People' })
      const ada = people.getByRole('listitem').filter({ hasText: 'Ada' })
      await ada.getByRole('button', { name: 'Extra time', exact: true }).click()
      await people.getByRole('button', { name: '× 4/3', exact: true }).click()
      await ada.getByText('extra time × 4/3').waitFor()
      await room.desk.keyboard.press('Escape')
      await room.each(async phone => {
        for (const secret of [LEAF, SEA, TIMES, 'pink', 'Grass']) expect(await holds(phone, secret)).toBe(false)
      })
    },
  ],
  [
    'its start opens all questions at once, and its clock can be stopped',
    async room => {
      await press(room.desk, 'Start the quiz')
      await room.until(({ quiz }) => quiz?.phase === 'open')
      await press(room.desk, 'Pause clock')
      await region(room.wall, 'Quiz').getByText('Clock paused').waitFor()
      await region(room.wall, 'Quiz').getByText('0 of 4 have finished').waitFor()
      await room.each(async (_, name) => {
        for (const question of [LEAF, SEA, TIMES]) await group(room, name, question).waitFor()
        await entry(room, name, 'Question 3, not answered').waitFor()
      })
    },
  ],
  [
    'each answers in an order of their own, and one changes their mind',
    async room => {
      await type(room, 'Ada', '42')
      await pick(room, 'Ada', LEAF, 'green')
      await pick(room, 'Ben', SEA, 'pink')
      await pick(room, 'Ben', LEAF, 'green')
      await pick(room, 'Cleo', LEAF, 'red')
      await pick(room, 'Cleo', SEA, 'blue')
      await pick(room, 'Dev', LEAF, 'red')
      await room.until(() => answered(room)?.join() === '4,2,1')
      await pick(room, 'Cleo', LEAF, 'green')
      await type(room, 'Cleo', '41')
      await room.until(() => answered(room)?.join() === '4,2,2')
      await columns(room, [4, 2, 2])
      await entry(room, 'Cleo', 'Question 3, answered').waitFor()
      await entry(room, 'Dev', 'Question 2, not answered').waitFor()
      await room.desk.getByText('0 of 4 finished').first().waitFor()
    },
  ],
  [
    'a restart keeps the answers, the stopped clock, and who is done',
    async room => {
      await press(room.phones.Cleo, 'Finish')
      await sees(room.desk, '1 of 4 finished')
      const { left } = room.told.quiz ?? {}
      expect(left).toBeGreaterThan(0)
      await room.restart()
      expect(room.told.quiz).toMatchObject({ phase: 'open', left, finished: 1, answered: [4, 2, 2] })
      await columns(room, [4, 2, 2])
      await region(room.wall, 'Quiz').getByText('1 of 4 have finished').waitFor()
      await press(room.phones.Cleo, 'Change answers')
      await sees(room.desk, '0 of 4 finished')
      await press(room.phones.Cleo, 'Finish')
      await sees(room.desk, '1 of 4 finished')
    },
  ],
  [
    'at the deadline it closes for all but the one who has more, and nobody else is told',
    async room => {
      await press(room.desk, 'Go on')
      await room.until(({ quiz }) => quiz?.phase === 'closed')
      const { closesAt = 0, writing } = room.told.quiz ?? {}
      expect(writing).toEqual({ students: 1, until: closesAt + 15_000 })
      await region(room.wall, 'Quiz').getByText('Time is over', { exact: true }).waitFor()
      expect(await region(room.wall, 'Quiz').innerText()).not.toMatch(/finished|answered|writing/)
      for (const name of ['Ben', 'Cleo', 'Dev'] as const) {
        await sees(room.phones[name], 'The quiz is closed.')
        expect(await room.phones[name].getByText(/Ada|own time|writing/).count()).toBe(0)
      }
      await room.desk
        .getByText(/^1 is still writing until/)
        .first()
        .waitFor()
      await pick(room, 'Ada', SEA, 'blue')
      await room.until(() => answered(room)?.join() === '4,3,2')
      await press(room.phones.Ada, 'Finish')
      await room.until(({ quiz }) => quiz?.writing === undefined)
    },
  ],
  [
    'it is gone through question by question, or all at once',
    async room => {
      await press(room.desk, 'Show all results')
      await go(room, 'ArrowRight', LEAF)
      await expect.poll(() => shares(room)).toBe('1 25% 3 75%')
      await go(room, 'ArrowRight', SEA)
      await expect.poll(() => shares(room)).toBe('2 67% 1 33%')
      await press(room.desk, 'Show all solutions')
      for (const [name, points] of [
        ['Ada', 3],
        ['Ben', 1],
        ['Cleo', 2],
        ['Dev', 0],
      ] as const) {
        await sees(room.phones[name], `Your result: ${points} of 3`)
      }
    },
  ],
  [
    'the next part is the workshop',
    async room => {
      await go(room, 'z', 'Hands on')
      expect(await button(room.desk, 'Stop the quiz').count()).toBe(0)
      await onSlide(room.desk, 'Hands on').waitFor()
    },
  ],
]

/** Counts and shares of the question on the wall, choice by choice. */
async function shares({ wall }: Room): Promise<string> {
  const figures = wall.locator('section.present .vote[data-counted="true"] .vote-count')
  const texts = await figures.evaluateAll(all =>
    all.map(figure => {
      const [count, share] = [figure.querySelector('[aria-hidden]'), figure.querySelector('b')]
      return `${count?.textContent} ${share?.textContent}`
    }),
  )
  return texts.join(' ')
}
