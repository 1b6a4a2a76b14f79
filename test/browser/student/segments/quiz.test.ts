/** The quiz on the phone: all questions together, in any order, until one's own deadline; through cuts and reloads. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Report } from '../../../../server/wire/report-view.ts'
import { type Client, connect, type Served } from '../../../support/amphi.ts'
import { barriers } from '../../../support/barriers.ts'
import { openBrowser } from '../../../support/browser.ts'
import { type Cable, layCable } from '../../../support/cable.ts'
import { serveHere } from '../../../support/in-process.ts'
import { sees, visit } from '../../sight.ts'
import { QUIZ } from './quiz-deck.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a quiz', () => {
  let amphi: Served
  let browser: Browser
  let cable: Cable
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    amphi = await serveHere(QUIZ)
    cable = await layCable(amphi.origin)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, `${cable.origin}/${amphi.facts.code}`, [390, 844], [])
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
  })
  afterEach(async () => {
    await phone?.context().close()
    presenter?.close()
    await cable?.close()
    await amphi?.end()
  })

  test('says what will come before it starts, and no question', async () => {
    await sees(phone, 'The quiz has not started yet.')
    await sees(phone, 'You will have 15 min.')
    expect(await phone.content()).not.toContain('Which towns')
    expect(await barriers(phone)).toEqual([])
  })

  test('takes every kind of answer, in any order, and says how far one is', async () => {
    await start()
    await sees(phone, '0 of 6 answered')
    await group('Which of these').getByText('ls').click()
    await entry('Question 6, answered').waitFor()
    await group('Which town?').getByRole('textbox').fill('Lima')
    await entry('Question 3, begun').waitFor()
    await group('Which town?').getByRole('button', { name: 'Send answer' }).click()
    await entry('Question 3, answered').waitFor()
    await sees(phone, 'Recorded: Lima. Send another to change.')
    await group('How many').getByRole('textbox').fill('3')
    await group('How many').getByRole('button', { name: 'Send answer' }).click()
    await group('How sure').getByRole('radio', { name: '4' }).click()
    await group('In which order').getByRole('button', { name: 'Send answer' }).click()
    await group('Which towns').getByText('Quito').click()
    await group('Which towns').getByRole('button', { name: 'Send answer' }).click()
    await sees(phone, '6 of 6 answered')
    await sees(phone, 'You have answered all the questions.')
    expect(await barriers(phone)).toEqual([])
    const polls = (await given()).map(({ poll }) => poll)
    expect(polls.sort()).toEqual(['how-many', 'order', 'several', 'sure', 'town', 'which'])
  })

  test('leads to a question by the list, with the keyboard, and marks it to come back to, through a reload', async () => {
    await start()
    await entry('Question 5, not answered').click()
    await expect.poll(() => phone.evaluate(() => document.activeElement?.textContent)).toBe('Question 5')
    await phone.keyboard.press('Tab')
    await phone.keyboard.press('Enter')
    await entry('Question 5, not answered, to come back to').waitFor()
    await phone.reload()
    await entry('Question 5, not answered, to come back to').waitFor()
  })

  test('asks once before it is finished with answers missing; answers may be changed all the same', async () => {
    await start()
    await group('Which of these').getByText('ls').click()
    await button('Finish').click()
    const dialog = phone.getByRole('dialog', { name: '5 questions are not answered yet' })
    await dialog.getByText('Not answered: 1, 2, 3, 4, and 5.').waitFor()
    expect(await barriers(phone)).toEqual([])
    await dialog.getByRole('button', { name: 'Go to question 1' }).click()
    await expect.poll(() => phone.evaluate(() => document.activeElement?.textContent)).toBe('Question 1')
    await button('Finish').click()
    await dialog.getByRole('button', { name: 'Finish anyway' }).click()
    await sees(phone, 'You are done.')
    await presenter.until(({ quiz }) => quiz?.finished === 1)
    expect(await barriers(phone)).toEqual([])
    await button('Change answers').click()
    await group('Which of these').getByText('cd').click()
    await presenter.until(({ quiz }) => quiz?.finished === 0)
    await expect.poll(async () => (await given()).map(({ value }) => value)).toEqual([[1]])
  })

  test('sends what was typed when the time is up, and closes', async () => {
    await start(4)
    await group('Which town?').getByRole('textbox').fill('Lima')
    await sees(phone, 'The quiz is closed.')
    await sees(phone, 'Recorded: Lima.')
    expect(await given()).toMatchObject([{ poll: 'town', value: 'Lima' }])
    expect(await group('Which of these').getByRole('radio', { disabled: true }).count()).toBe(2)
  })

  test('goes on without a connection, and nothing is lost or there twice', async () => {
    await start()
    await group('Which of these').getByText('ls').click()
    await entry('Question 6, answered').waitFor()
    cable.cut()
    await group('Which of these').getByText('cd').click()
    await entry('Question 6, waiting to be sent').waitFor()
    await group('How sure').getByRole('radio', { name: '2' }).click()
    await sees(phone, '2 of 6 answered')
    await button('Finish').click()
    await button('Finish anyway').click()
    await phone
      .getByText(/^Kept on this phone\. It is sent/)
      .first()
      .waitFor()
    cable.mend()
    await presenter.until(({ quiz }) => quiz?.finished === 1)
    expect(await given()).toEqual([
      { poll: 'sure', round: 1, value: 2 },
      { poll: 'which', round: 1, value: [1] },
    ])
  })

  test('lasts longer for who has extra time, who alone is told', async () => {
    const other = await visit(browser, amphi.facts.join, [390, 844], [])
    await start(30)
    await group('Which of these').getByText('ls').click()
    await sees(phone, '1 of 6 answered')
    const [student] = (await report()).students.filter(({ answers }) => answers.length > 0)
    await presenter.send({ type: 'extraTime', student: student?.id ?? '', factor: 4 })
    await phone.getByText(/^Your own time ends at/).waitFor()
    expect(await other.getByText(/Your own time/).count()).toBe(0)
    await other.context().close()
  })

  test('tells what came of it: results, right and wrong, and one’s own result', async () => {
    await start()
    await group('Which of these').getByText('ls').click()
    await group('How many').getByRole('textbox').fill('4')
    await group('How many').getByRole('button', { name: 'Send answer' }).click()
    await sees(phone, '2 of 6 answered')
    const segment = presenter.view.segment?.id ?? ''
    await presenter.send({ type: 'stopQuiz', segment })
    await sees(phone, 'Results and solutions appear here when the presenter shows them.')
    expect(await barriers(phone)).toEqual([])
    await presenter.send({ type: 'releaseQuiz', segment, results: true, solutions: true })
    await sees(phone, 'Your result: 1 of 5')
    await entry('Question 6, right').waitFor()
    await entry('Question 2, not right').waitFor()
    await entry('Question 1, not answered').waitFor()
    await sees(phone, 'It lists files.')
    expect(await barriers(phone)).toEqual([])
  })

  test('is looked through together afterwards, one question after the other', async () => {
    await start()
    const segment = presenter.view.segment?.id ?? ''
    await presenter.send({ type: 'stopQuiz', segment })
    await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
    await presenter.send({ type: 'solution', poll: 'how-many', shown: true })
    await phone.getByRole('region', { name: 'Question', exact: true }).getByText('How many').waitFor()
    expect(await group('How many').count()).toBe(1)
    expect(await group('Which town?').count()).toBe(1)
  })

  test.for([
    [320, 568],
    [740, 360],
    [820, 1180],
  ] as const)('is there for everybody at %i × %i, and with letters twice as large', async ([width, height]) => {
    await phone.setViewportSize({ width, height })
    await start()
    await group('Which of these').getByText('ls').click()
    await entry('Question 6, answered').waitFor()
    for (const size of ['100%', '200%']) {
      await phone.evaluate(size => (document.documentElement.style.fontSize = size), size)
      expect(await barriers(phone)).toEqual([])
      expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })

  async function start(seconds?: number) {
    const segment = presenter.view.segment?.id ?? ''
    await presenter.send({ type: 'startQuiz', segment, ...(seconds !== undefined && { seconds }) })
    await phone.getByRole('region', { name: 'Quiz' }).getByRole('list', { name: 'Questions' }).waitFor()
  }

  const group = (name: string) => phone.getByRole('group', { name })
  const button = (name: string) => phone.getByRole('button', { name, exact: true })
  const entry = (name: string) =>
    phone.getByRole('list', { name: 'Questions' }).getByRole('button', { name, exact: true })

  async function report(): Promise<Report> {
    const headers = { Authorization: `Bearer ${amphi.facts.key}` }
    const response = await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/report.json`, { headers })
    return response.json()
  }

  async function given() {
    const { students } = await report()
    return students.flatMap(({ answers }) => answers.map(({ poll, round, value }) => ({ poll, round, value })))
  }
})
