/** One question of every kind in a real browser: each number on wall, desk, phones, report and CSV against one reckoned by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { stepByStep } from '../../support/steps.ts'
import { sees, visit } from '../sight.ts'
import * as expected from './expected.ts'
import { figures, type Lines, tells } from './figures.ts'
import { finishVote, onWall, type Told } from './finish.ts'
import { arrange, asked, fill, giveName, lettersOf, pick, send } from './hand.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a question of every kind', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Page
  let wall: Page
  let ada: Page
  let bob: Page
  let cleo: Page
  /** The letters that the deck's seed has dealt to the items in order. */
  let letters: expected.Letters

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(readFileSync(join(import.meta.dirname, 'kinds.md'), 'utf8'))
    presenter = await visit(browser, amphi.facts.present, [1280, 800], complaints)
    wall = await visit(browser, amphi.facts.screen, [1920, 1080], complaints)
    ada = await phone('Ada')
    bob = await phone('Bob')
    cleo = await phone('Cleo')
  })

  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  stepByStep()

  test('one choice, after time to read', async () => {
    await turnTo('Which colour has grass?')
    await press('Open voting')
    await readThenOpen()
    await pick(ada, 'red')
    await pick(bob, 'green')
    await pick(cleo, 'green')
    await sees(cleo, 'Recorded: B. Tap another to change.')
    await pick(cleo, 'blue')
    await sees(cleo, 'Recorded: C. Tap another to change.')
    await finish(expected.first, {
      verdicts: [['✗ Not right 0 of 1 point'], ['✓ Right 1 of 1 point'], ['✗ Not right 0 of 1 point']],
    })
    await sees(ada, 'Red is a colour of fire.')
    for (const page of [wall, ada, bob, cleo]) await sees(page, 'Grass is green.')
    for (const page of [wall, bob, cleo]) expect(await page.content()).not.toContain('Red is a colour of fire.')
  })

  test('the same again, with both rounds and who moved', async () => {
    await press('Vote again')
    await readThenOpen(['Round 2'])
    await pick(ada, 'green')
    await pick(bob, 'green')
    await pick(cleo, 'red')
    const verdicts = [['✓ Right 1 of 1 point'], ['✓ Right 1 of 1 point'], ['✗ Not right 0 of 1 point']]
    await finish(expected.second, { verdicts, round: 2, open: expected.secondAlone })
  })

  test('several choices, marked in part, against a clock that is stopped', async () => {
    await turnTo('Which are metals?')
    await press('Open voting')
    for (const choice of ['iron', 'gold', 'zinc']) await pick(ada, choice)
    for (const choice of ['iron', 'glass']) await pick(bob, choice)
    for (const choice of ['iron', 'gold']) await pick(cleo, choice)
    for (const page of [ada, bob, cleo]) await send(page)
    await sees(presenter, '3 of 3 answered')
    await press('Pause clock')
    await sees(presenter, 'Clock paused')
    const left = /\d+:\d\d/.exec((await figures(place(presenter)))[0] ?? '')?.[0]
    await tells(place(wall), [`3 answered Several answers possible Clock paused ${left}`])
    const terms = 'Up to 3 points: right picks minus wrong ones, never below 0.'
    for (const page of [ada, bob, cleo]) {
      await tells(place(page), [`Voting is open. The clock is stopped, ${left} left.`, terms])
    }
    const verdicts = [['✓ Right 3 of 3 points'], ['✗ Not right 0 of 3 points'], ['◐ Partly right 2 of 3 points']]
    await finish(expected.several, { verdicts, clock: ` ${left} Clock paused` })
    await sees(bob, 'Glass is no metal.')
  })

  test('a survey', async () => {
    await turnTo('Have you read the chapter?')
    await press('Open voting')
    await pick(ada, 'yes')
    await pick(bob, 'yes')
    await pick(cleo, 'no')
    await finish(expected.survey)
  })

  test('a number', async () => {
    await turnTo('How large is pi?')
    await press('Open voting')
    await fill(ada, { 'Your answer': '3.15' })
    await fill(bob, { 'Your answer': '3,2' })
    await fill(cleo, { 'Your answer': '3.13' })
    const right = (answer: string) => ['✓ Right 2 of 2 points', `Your answer: ${answer}`]
    const wrong = ['✗ Not right 0 of 2 points', 'Your answer: 3.2', 'Right answer: 3.14 ± 0.01']
    await finish(expected.number, { verdicts: [right('3.15'), wrong, right('3.13')] })
    await sees(bob, 'That was a bill in Indiana.')
  })

  test('a text', async () => {
    await turnTo('What is the capital of France?')
    await press('Open voting')
    await fill(ada, { 'Your answer': 'paris' })
    await fill(bob, { 'Your answer': 'Lyon' })
    await fill(cleo, { 'Your answer': 'Pâris' })
    await finish(expected.text, {
      verdicts: [['✓ Right 1 of 1 point'], ['✗ Not right 0 of 1 point'], ['✓ Right 1 of 1 point']],
    })
    await sees(bob, 'Lyon comes second.')
  })

  test('words', async () => {
    await turnTo('What does the logo show?')
    await press('Open voting')
    await fill(ada, { 'Word 1': 'whale', 'Word 2': 'ship' })
    await fill(bob, { 'Word 1': 'whale' })
    await fill(cleo, { 'Word 1': 'Ship', 'Word 2': 'sea' })
    await finish(expected.words)
  })

  test('a scale', async () => {
    await turnTo('How is it going?')
    await press('Open voting')
    await pick(ada, '4')
    await pick(bob, '2')
    await pick(cleo, '5')
    await finish(expected.scale)
  })

  test('an order, marked in part', async () => {
    await turnTo('From the least to the largest?')
    await press('Open voting')
    await arrange(ada, ['atom', 'cell', 'mouse', 'whale', 'moon'])
    await arrange(bob, ['cell', 'atom', 'mouse', 'whale', 'moon'])
    await arrange(cleo, ['cell', 'mouse', 'whale', 'moon', 'atom'])
    letters = await lettersOf(ada)
    const verdicts = [['✓ Right 5 of 5 points'], ['◐ Partly right 1 of 5 points'], ['✗ Not right 0 of 5 points']]
    await finish(expected.order(letters), { verdicts })
  })

  test('the ranking: the best for all, and to each phone its own place', async () => {
    await press('Show ranking')
    await tells(wall.getByRole('region', { name: 'Ranking' }), ['1 Ada 12 points', '2 Cleo 5 points', '3 Bob 2 points'])
    await sees(ada, 'You are 1st of 3, 12 points.')
    await sees(cleo, 'You are 2nd of 3, 5 points.')
    await sees(bob, 'You are 3rd of 3, 2 points.')
  })

  test('the report has every number, with totals and marks out of 20', async () => {
    const report = await visit(browser, amphi.facts.present.replace('/present', '/report'), [1280, 900], complaints)
    const part = (name: string) => report.getByRole('region', { name, exact: true })
    await tells(part('Students'), expected.reportStudents(letters))
    await tells(part('Questions'), expected.reportQuestions(letters))
    const marks = (await figures(part('Marks'))).filter(line => /students?$|Mean/.test(line))
    expect(marks).toEqual(expected.REPORT_MARKS)
    const facts = await report
      .locator('.report-facts > div')
      .evaluateAll(all => all.map(fact => [...fact.children].map(part => part.textContent).join(': ')))
    expect(facts).toEqual(expected.REPORT_FACTS)
  })

  test('so has the CSV', async () => {
    const { code, key } = amphi.facts
    const table = async (name: string) => {
      const answer = await fetch(`${amphi.origin}/api/lessons/${code}/report.csv?table=${name}`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      return (await answer.text()).trim().split('\r\n').slice(1)
    }
    const withoutId = (row: string) => row.slice(row.indexOf(',') + 1)
    expect((await table('students')).map(withoutId)).toEqual(expected.csvStudents(letters))
    expect(await table('counts')).toEqual(expected.csvCounts(letters))
  })

  test('no page has complained', () => {
    expect(complaints).toEqual([])
  })

  const finish = (lines: Lines, told?: Told) => finishVote({ presenter, wall, phones: [ada, bob, cleo] }, lines, told)

  async function readThenOpen(again: string[] = []) {
    const state = again.map(round => ` · ${round}`).join('')
    await presenter.getByText('Time to read: voting opens in 58').waitFor()
    await tells(place(wall), [expect.stringMatching(/^Read the question: voting opens in 5\d$/)])
    for (const page of [ada, bob, cleo]) {
      await tells(place(page), [expect.stringMatching(new RegExp(`^Voting opens in 5\\d s\\.${state}$`))])
    }
    await press('Open now')
  }

  async function phone(name: string): Promise<Page> {
    const page = await visit(browser, `${amphi.origin}/${amphi.facts.code}`, [390, 844], complaints)
    await giveName(page, name)
    return page
  }

  async function turnTo(prompt: string) {
    await press('Next')
    for (const page of [presenter, wall, ada, bob, cleo]) {
      const slide = page.getByRole('region', { name: /^(Slide|Current slide)$/ })
      await slide.getByRole('heading', { name: prompt }).waitFor()
    }
  }

  /** The question as a page shows it. */
  const place = (page: Page): Locator => (page === wall ? onWall(wall) : asked(page))
  const press = (name: string) => presenter.getByRole('button', { name, exact: true }).click()
})
