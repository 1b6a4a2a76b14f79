/** Talk and quiz as their presenter leads them, from the desk and with a phone in the hand. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { barriers } from '../../support/barriers.ts'
import { stepByStep } from '../../support/steps.ts'
import { onSlide, sees } from '../sight.ts'
import { button, fits, type Morning, openMorning, press, region } from './morning-pages.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a talk and a quiz', () => {
  let at: Morning
  beforeAll(async () => {
    at = await openMorning(address)
  })
  afterAll(() => at?.close())
  stepByStep()

  const quizLine = () => region(at.desk, 'Quiz').getByRole('listitem').filter({ hasText: 'Which one?' })

  test('have a plan in sight', async () => {
    const plan = at.desk.getByRole('list', { name: 'Plan of the class' })
    await plan.locator('[aria-current="step"]', { hasText: 'Talk' }).waitFor()
    expect(await plan.getByRole('listitem').count()).toBe(4)
    await at.desk.keyboard.press('ArrowRight')
    await onSlide(at.desk, 'With your neighbour').waitFor()
    await fits(at.desk)
  })

  test('start the slide’s countdown, make it longer, and take it away', async () => {
    await press(at.desk, 'Start timer')
    await region(at.phone, 'Countdown')
      .getByText(/^[12]:\d\d$/)
      .first()
      .waitFor()
    await press(at.phone, 'Add 5 min')
    await region(at.desk, 'Countdown')
      .getByText(/^[67]:\d\d$/)
      .first()
      .waitFor()
    expect(await barriers(at.desk)).toEqual([])
    await fits(at.desk)
    await press(at.desk, 'Stop timer')
    await button(at.phone, 'Start timer').waitFor()
  })

  test('let messages through, and show one on the wall', async () => {
    await at.ada.send({ type: 'ask', text: 'What is a layer?', signed: true })
    await at.ben.send({ type: 'ask', text: 'Is <b>this</b> asked?', signed: false })
    await sees(at.desk, '2 messages are waiting')
    await press(at.desk, 'Inbox')
    const message = (text: string) => region(at.desk, 'Inbox').getByRole('listitem').filter({ hasText: text })
    const layer = message('What is a layer?')
    await message('Is <b>this</b> asked?').getByRole('button', { name: 'Hide', exact: true }).click()
    await layer.getByRole('button', { name: 'Let through', exact: true }).click()
    await at.cleo.until(({ inbox }) => inbox?.messages?.length === 1)
    await layer.getByRole('button', { name: 'Show on the wall', exact: true }).click()
    await layer.getByText('on the wall', { exact: true }).waitFor()
    expect(await barriers(at.desk)).toEqual([])
    await fits(at.desk)
    await press(at.phone, 'Inbox')
    const dialog = at.phone.getByRole('dialog', { name: 'Inbox' })
    expect(await barriers(at.phone)).toEqual([])
    await dialog.getByRole('listitem').filter({ hasText: 'layer' }).getByRole('button', { name: 'Answered' }).click()
    await layer.getByText('answered', { exact: true }).waitFor()
    await at.phone.keyboard.press('Escape')
    await at.desk.keyboard.press('i')
    await region(at.desk, 'Notes').waitFor()
  })

  test('have a countdown of any length', async () => {
    await at.desk.keyboard.press('z')
    await onSlide(at.desk, 'Quiz time').waitFor()
    await at.desk.keyboard.press('Shift+T')
    const dialog = at.desk.getByRole('dialog', { name: 'Countdown' })
    await dialog.getByRole('spinbutton', { name: 'Length in minutes' }).fill('90')
    expect(await barriers(at.desk)).toEqual([])
    await dialog.getByRole('button', { name: 'Start timer' }).click()
    await region(at.phone, 'Countdown')
      .getByText(/^(90:00|89:\d\d)$/)
      .first()
      .waitFor()
    await at.desk.keyboard.press('Shift+X')
    await region(at.phone, 'Countdown').waitFor({ state: 'detached' })
  })

  test('give extra time in the list of people, and no factor that makes no sense', async () => {
    await at.desk.keyboard.press('w')
    const people = at.desk.getByRole('dialog', { name: 'People' })
    const row = people.getByRole('listitem').filter({ hasText: 'Ada' })
    await row.getByRole('button', { name: 'Extra time', exact: true }).click()
    expect(await barriers(at.desk)).toEqual([])
    await people.getByRole('button', { name: '× 4/3', exact: true }).click()
    await row.getByText('extra time × 4/3').waitFor()
    await at.ada.until(({ you }) => you?.factor === 4 / 3)
    await row.getByRole('button', { name: 'Extra time', exact: true }).click()
    const field = people.getByRole('textbox', { name: /^Another factor/ })
    for (const typed of ['5', 'NaN', '0']) {
      await field.fill(typed)
      await people.getByRole('button', { name: 'Save', exact: true }).click()
      await people.getByText('Write a number from 1 to 4, such as 1.5.').waitFor()
    }
    await field.fill('1,5')
    await people.getByRole('button', { name: 'Save', exact: true }).click()
    await row.getByText('extra time × 3/2', { exact: true }).waitFor()
    await at.desk.keyboard.press('Escape')
  })

  test('start the quiz as a whole, by key only when it is pressed again', async () => {
    await region(at.desk, 'Quiz').getByText('2 questions, 15 min').waitFor()
    await button(at.desk, 'Ask one by one').waitFor()
    await at.desk.keyboard.press('Enter')
    await sees(at.desk, 'Press the key again to start the quiz: 2 questions, 15 min.')
    expect(at.presenter.view.quiz?.phase).toBe('ready')
    for (const page of [at.desk, at.phone]) expect(await barriers(page)).toEqual([])
    await fits(at.desk)
    await at.desk.getByRole('spinbutton', { name: 'Length in minutes' }).fill('20')
    await press(at.desk, 'Start the quiz')
    await sees(at.phone, 'The quiz is running')
    await region(at.desk, 'Quiz')
      .getByText(/^(20:00|19:\d\d)$/)
      .first()
      .waitFor()
  })

  test('tell how far it is, question by question and student by student', async () => {
    const { segment = '' } = at.presenter.view.quiz ?? {}
    await at.ada.send({ type: 'answer', poll: 'one', round: 1, value: [1] })
    await at.ben.send({ type: 'answer', poll: 'one', round: 1, value: [0] })
    await at.ben.send({ type: 'finish', segment, on: true })
    for (const page of [at.desk, at.phone]) await sees(page, '1 of 4 finished')
    await quizLine().getByText('2 of 4').waitFor()
    await press(at.desk, 'Answers by student')
    const row = at.desk.getByRole('dialog').getByRole('row').filter({ hasText: 'Ben' })
    await row.getByText('1 / 2').waitFor()
    expect(await row.innerText()).not.toMatch(/right|wrong/)
    expect(await barriers(at.desk)).toEqual([])
    await at.desk.keyboard.press('Escape')
    const { closesAt = 0 } = at.presenter.view.quiz ?? {}
    await press(at.desk, '+1 min')
    await at.presenter.until(({ quiz }) => quiz?.closesAt === closesAt + 60_000)
  })

  test('go through its slides without closing a question, and ask before it stops', async () => {
    await at.desk.keyboard.press('ArrowRight')
    await onSlide(at.desk, 'Which one?').waitFor()
    await sees(at.desk, 'The quiz is running')
    expect(await button(at.desk, 'Close voting').count()).toBe(0)
    await at.desk.keyboard.press('v')
    const dialog = at.desk.getByRole('dialog', { name: 'Stop the quiz?' })
    await dialog.getByText(/^3 students have not finished\./).waitFor()
    expect(await barriers(at.desk)).toEqual([])
    await dialog.getByRole('button', { name: 'Stop the quiz', exact: true }).click()
    await region(at.desk, 'Question').getByText('Voting is closed').waitFor()
    await sees(at.desk, '50% right: let them discuss and vote again.')
    await fits(at.desk)
  })

  test('show all results, then all solutions', async () => {
    await press(at.desk, 'Show all results')
    await button(at.desk, 'Hide all results').waitFor()
    await at.desk.keyboard.press('Shift+S')
    await button(at.desk, 'Hide all solutions').waitFor()
    expect(await at.desk.getByText('let them discuss').count()).toBe(0)
    await at.desk.keyboard.press('ArrowLeft')
    await quizLine().getByText('50% right').waitFor()
    await at.desk.keyboard.press('Shift+W')
    const row = at.desk.getByRole('row').filter({ hasText: 'Ada' })
    await row.getByText('right', { exact: true }).waitFor()
    await at.desk.keyboard.press('Escape')
  })

  test('have not made the pages complain', () => expect(at.complaints).toEqual([]))
})
