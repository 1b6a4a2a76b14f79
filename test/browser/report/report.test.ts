/** The report of a class, as a teacher reads it: what is said, what hostile texts come to, and who could not use it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type Katex from 'katex'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { answerOf, pollOf, reportOf, studentOf } from '../../client/report/given.ts'
import { type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { figures, tells } from '../kinds/figures.ts'
import { classOf, HOSTILE, MINUTE, START, students } from './class.ts'
import { give, inSight, type Opened, openReport, part } from './page.ts'

const address = inject('browser')
const katex = createRequire(import.meta.url)('katex') as typeof Katex

describe.skipIf(!address && !process.env.CI)('the report', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(readFileSync(join(import.meta.dirname, '../kinds/kinds.md'), 'utf8'))
  })

  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  test('shows what students wrote as text, whatever it is', async () => {
    const page = await open({ report: classOf(students) })
    await tells(part(page, 'Students'), [
      `${HOSTILE} 0 0 0 ✗A ${HOSTILE} –`,
      '=1+1 10 1 1 ✓B – –',
      'محمد (removed from the class) 5 0.5 0 ◐A – –',
    ])
    await expect.poll(() => part(page, 'Questions').getByText(HOSTILE).count()).toBe(3)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.title()).toBe('Docker: Report · Amphi')
  })

  test('draws formulas in questions and choices, and writes them in letters where only a text can stand', async () => {
    const drawn = katex.renderToString('\\frac{1}{3}')
    const polls = ['q', 'r'].map(id =>
      pollOf({
        id,
        prompt: 'What is \\frac{1}{3}?',
        choices: ['\\frac{1}{3}', '<b>'],
        keys: ['A', 'B'],
        html: { prompt: `What is ${drawn}?`, choices: [drawn, '&#x3C;b>'] },
        points: 1,
        difficulty: 0.5,
      }),
    )
    const page = await open({ report: { ...classOf(students), polls } })
    const question = part(page, 'Questions').getByRole('article').first()
    const formulas = question.locator('.katex-html')
    expect(await formulas.count()).toBe(2)
    await expect.poll(() => formulas.first().evaluate(it => getComputedStyle(it).fontFamily)).toContain('KaTeX')
    expect(await question.getByText('<b>', { exact: true }).count()).toBe(1)
    expect(await part(page, 'Success by question').getByRole('listitem').first().innerText()).toContain('What is 1⁄3?')
    await part(page, 'Students').getByRole('button', { name: 'Q1: What is 1⁄3?' }).waitFor()
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test('fetches no sheet for formulas where there are none', async () => {
    const page = await open({ report: classOf(students) })
    expect(await page.locator('link[href*=katex]').count()).toBe(0)
  })

  test('tells in words what a picture showed that is not served any more', async () => {
    const picture = (alt: string) => `<img src="/100000/assets/gone.png" alt="${alt}">`
    const html = {
      prompt: `What is this? ${picture('Two hosts &amp; a wire')}`,
      choices: [picture('<b>'), picture('')],
    }
    const polls = [pollOf({ choices: ['', ''], keys: ['A', 'B'], html })]
    const page = await open({ report: { ...classOf(students), polls }, lang: 'fr' })
    const question = part(page, 'Questions').getByRole('article')
    await question.getByText('Image non conservée\u202f: Two hosts & a wire').waitFor()
    await question.getByText('Image non conservée\u202f: <b>').waitFor()
    await question.getByText('Image non conservée', { exact: true }).waitFor()
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('says what a question’s measures mean, and shows the hardest first when asked', async () => {
    const page = await open({ report: classOf(students) })
    const first = part(page, 'Questions').getByRole('article').first()
    await first.getByText('high, 40% of the points won').waitFor()
    await first
      .getByText('−0.10, the wrong way round: weak students did better (a hint only, with so few answers)')
      .waitFor()
    const bars = () => part(page, 'Success by question').getByRole('listitem').allInnerTexts()
    const asked = [`Q1, What does ${HOSTILE} do?: 40%`, 'Q3, Is it?: 30%']
    expect(await bars()).toEqual(asked)
    await page.getByLabel('Hardest first').check()
    expect(await bars()).toEqual(asked.toReversed())
  })

  test('tells the course of the class in pictures and in a table', async () => {
    const page = await open({ report: classOf(students) })
    const course = part(page, 'The class, minute by minute')
    await course.getByText('In 15 mins, 3 slides were shown and 3 votes were held.').waitFor()
    await course.getByRole('img', { name: /^Slide on the wall over time/ }).waitFor()
    await course.getByText('The same as a table').click()
    expect(await figures(course.locator('table'))).toEqual([
      '08:00 Slide 1 5 mins',
      '08:05 Slide 2 7 mins',
      '08:06 Q1 open · 3 answered 1 min',
      '08:08 Q2 open · 2 answered 1 min',
      '08:09 Q3 open · 0 answered 6 mins',
      '08:12 Slide 3 3 mins',
    ])
  })

  test('leads from each of its figures to what tells more', async () => {
    const page = await open({ report: classOf(students) })
    await page.setViewportSize({ width: 800, height: 200 })
    for (const [figure, heading] of [
      ['Students who answered', 'Students'],
      ['Questions asked', 'Questions'],
    ] as const) {
      await page.getByRole('link', { name: figure }).press('Enter')
      await expect.poll(() => inSight(page.getByRole('heading', { name: heading, exact: true }))).toBe(true)
    }
  })

  test('sorts students by keyboard', async () => {
    const page = await open({ report: classOf(students) })
    const mark = page.getByRole('columnheader', { name: 'Out of 20' })
    const names = () => part(page, 'Students').getByRole('rowheader').allInnerTexts()
    await mark.getByRole('button').press('Enter')
    expect(await mark.getAttribute('aria-sort')).toBe('descending')
    expect((await names())[0]).toBe('=1+1')
    await mark.getByRole('button').press('Enter')
    expect(await mark.getAttribute('aria-sort')).toBe('ascending')
    expect((await names())[0]).toBe(HOSTILE)
  })

  test('of a large class comes in parts, in which a student is found by name', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      studentOf({ id: `s${index}`, name: `Student ${index}`, answers: [answerOf({})] }),
    )
    const page = await open({ report: classOf(many) })
    await page.getByText('100 of 250 students are shown.').waitFor()
    await page.getByLabel('Find a student').fill('student 249')
    await page.getByRole('rowheader', { name: 'Student 249' }).waitFor()
    expect(await page.getByRole('rowheader').count()).toBe(1)
    await page.getByLabel('Find a student').fill('')
    await page.getByRole('button', { name: 'Show all', exact: true }).click()
    await page.getByRole('rowheader', { name: 'Student 249' }).waitFor()
    expect(await page.getByRole('rowheader').count()).toBe(250)
  })

  test('of a class that is on is brought up to date when asked', async () => {
    const page = await open({ report: classOf([]), live: true })
    await page.getByText(/^The class is still on\./).waitFor()
    await page.getByText('Nobody has joined yet. Each student appears here after answering.').waitFor()
    await give(page, classOf(students))
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.getByRole('rowheader', { name: '=1+1' }).waitFor()
    await page.route('**/report.json', route => route.fulfill({ status: 503, json: {} }))
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.getByText(/^Newer figures cannot be had just now\./).waitFor()
    await page.getByRole('rowheader', { name: '=1+1' }).waitFor()
  })

  test('of a class without questions says so', async () => {
    const page = await open({ report: reportOf({}) })
    await page.getByText('No question was asked.').waitFor()
    await page.getByText('Nobody joined this class.').waitFor()
    expect(await page.getByRole('link', { name: 'Questions asked' }).count()).toBe(0)
    expect(await page.getByRole('region').count()).toBe(2)
  })

  test('of a class that has not left its first slide draws no time line', async () => {
    const page = await open({ report: reportOf({ timeline: [{ at: START, h: 0, v: 0 }], endedAt: START + MINUTE }) })
    await page.getByText('No question was asked.').waitFor()
    expect(await part(page, 'The class, minute by minute').count()).toBe(0)
  })

  test('asks for the key where there is none', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${amphi.origin}/${amphi.facts.code}/report`)
    await page.getByRole('textbox', { name: 'Key or link' }).waitFor()
  })

  test.each([
    ['light', 'en'],
    ['dark', 'fr'],
  ] as const)('has no barriers: %s, %s', async (colorScheme, lang) => {
    for (const report of [classOf(students), classOf([]), reportOf({})]) {
      const page = await open({ report, colorScheme, lang })
      expect(await barriers(page)).toEqual([])
      await page.context().close()
    }
  })

  test('is no wider than the smallest phone, where an alias still has one line', async () => {
    const anybody = studentOf({ id: '9RWP5DVK8F', answers: [answerOf({})] })
    const page = await open({ report: classOf([...students, anybody]), lang: 'fr' })
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    const alias = page.getByRole('rowheader', { name: anybody.id }).locator('bdi')
    expect(await alias.evaluate(it => it.getClientRects().length)).toBe(1)
  })

  test('no page has complained', () => {
    expect(complaints.filter(line => !/status of (404|503)/.test(line))).toEqual([])
  })

  const open = (opened: Opened) => openReport(browser, amphi.facts, complaints, opened)
})
