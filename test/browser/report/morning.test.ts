/** The report of a whole morning in a real browser: what it tells, for whom it is, and how it fits. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { figures } from '../kinds/figures.ts'
import { classOf, HOSTILE } from './class.ts'
import { morning } from './morning.ts'
import { type Opened, openReport, part } from './page.ts'

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the report of a morning', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve('# Docker\n')
  })

  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  test('sets the course beside the plan', async () => {
    const page = await open({ report: morning })
    const plan = part(page, 'Plan and course')
    await plan.getByRole('img', { name: /^The parts of the class over time/ }).waitFor()
    expect(await figures(plan.locator('table'))).toEqual([
      'Docker 50 mins 48 mins 2 mins less',
      'QCM 15 mins 16 mins 1 min more',
      'Break 15 mins 16 mins 1 min more',
      'Workshop 2 hrs 2 hrs 10 mins 10 mins more',
    ])
    expect(await plan.locator('tfoot').innerText()).toMatch(/^In all\s+3 hrs 20 mins\s+3 hrs 30 mins\s+10 mins more$/)
  })

  test('tells when a quiz was finished, and by whom', async () => {
    const page = await open({ report: morning })
    const quiz = part(page, 'Quiz: QCM')
    await quiz.getByText('1 question, 15 mins. 9 of 12 pressed Finish.').waitFor()
    await quiz.getByText('Half of them within 11 mins; the first after 7 mins, the last after 15 mins.').waitFor()
    await quiz.getByText('Who finished when').click()
    const rows = await figures(quiz.locator('table'))
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([9, 's0 7 mins', 'Student 8 15 mins'])
  })

  test('tells what became of each task, and of the calls for help', async () => {
    const page = await open({ report: morning })
    const workshop = part(page, 'Workshop')
    await workshop.getByText('12 students marked tasks; half of them did at least 2.5 of 4.').waitFor()
    await workshop.getByText(/^4 calls for help\. Half .* less than 7 mins, the longest 10 mins\./).waitFor()
    await workshop.getByText(/1 ended without help\. 1 was not reached\.$/).waitFor()
    expect(await figures(workshop.locator('table'))).toEqual([
      '1 Check your tools 12 100% 5 mins – – –',
      '2 Run a server 9 75% 6 mins 1 – –',
      '3 A volume that outlives two containers 6 50% 7 mins 2 – 2',
      `4 ${HOSTILE} 0 0% – 3 (1 still) 2 2`,
    ])
  })

  test('has the messages with most votes first, as text, and a name with those that were signed alone', async () => {
    const page = await open({ report: morning })
    const messages = part(page, 'Messages')
    expect(await messages.getByRole('listitem').allInnerTexts()).toEqual([
      `${HOSTILE} https://example.org\n\n9 votes · answered · ${HOSTILE} · 08:40`,
      'Is a volume backed up?\n\n2 votes · waiting · unsigned · 08:30',
      'هل هذا آمن؟\n\nhidden · unsigned · 08:45',
    ])
    expect(await messages.getByRole('listitem').getByRole('link').count()).toBe(0)
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('names the slides to mend, and the step', async () => {
    const page = await open({ report: morning })
    expect(await figures(part(page, 'Slides to mend').locator('table'))).toEqual([
      '20 The build cache · mostly at step 2 7 2 1',
      '2 Why containers – 1 4',
    ])
  })

  test.each([
    ['Tasks (CSV)', /^\uFEFFworkshop,task,done/],
    ['Messages (CSV)', /^\uFEFFafter \(min\),message/],
  ])('lets %s be taken away', async (name, head) => {
    const page = await open({ report: morning })
    const href = await page.getByRole('link', { name }).getAttribute('href')
    const own = `/api/lessons/${amphi.facts.code}/${href?.split('/').at(-1)}`
    const file = await page.request.get(new URL(own, amphi.origin).href)
    expect(await file.text()).toMatch(head)
  })

  test('of a class without such parts has none of them', async () => {
    const page = await open({ report: classOf([]) })
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(headings).toEqual(['The class, minute by minute', 'Success by question', 'Questions', 'Students'])
  })

  test('says so where nobody did anything', async () => {
    const { quizzes, workshops, segments, timeline } = morning
    const untouched = workshops?.map(shop => ({
      ...shop,
      tasks: shop.tasks.map(({ median: _, ...task }) => ({ ...task, done: [], stuck: 0, still: 0, hints: 0 })),
    }))
    const page = await open({
      report: {
        ...classOf([]),
        timeline,
        ...(segments && { segments }),
        ...(quizzes && { quizzes }),
        ...(untouched && { workshops: untouched }),
        pulses: [{ slide: 'a', number: 1, lost: 0, fast: 0, clear: 2, steps: [] }],
      },
    })
    await part(page, 'Quiz: QCM').getByText('1 question, 15 mins. 0 of 0 pressed Finish.').waitFor()
    await part(page, 'Workshop').getByText('Nobody marked a task.').waitFor()
    await part(page, 'Slides to mend').getByText('Nobody was lost, and to nobody it was too fast.').waitFor()
    expect(await page.getByRole('link', { name: 'Tasks (CSV)' }).count()).toBe(0)
  })

  test.each([
    ['light', 'en'],
    ['dark', 'fr'],
  ] as const)('has no barriers, and is no wider than the smallest phone: %s, %s', async (colorScheme, lang) => {
    const page = await open({ report: morning, colorScheme, lang })
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await barriers(page)).toEqual([])
  })

  test('no page has complained', () => {
    expect(complaints).toEqual([])
  })

  const open = (opened: Opened): Promise<Page> => openReport(browser, amphi.facts, complaints, opened)
})
