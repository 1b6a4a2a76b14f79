/** The page of a report, with figures that are given instead of those of a class. */
import type { Browser, Locator, Page } from 'playwright-core'
import type { Report } from '../../../server/wire/report-view.ts'
import type { Served } from '../../support/amphi.ts'

type Facts = Served['facts']

export interface Opened {
  report: Report
  live?: boolean
  colorScheme?: 'light' | 'dark'
  lang?: string
}

/** Opens the report in a browser of its own; what the page complains of is added to `complaints`. */
export async function openReport(
  browser: Browser,
  lesson: Facts,
  complaints: string[],
  { report, live = false, colorScheme = 'light', lang = 'en' }: Opened,
): Promise<Page> {
  const context = await browser.newContext({ colorScheme, locale: `${lang}-GB`, timezoneId: 'UTC' })
  const page = await context.newPage()
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const facts = { code: lesson.code, title: 'Docker', status: live ? 'live' : 'over', lang }
  await page.route(/\/api\/lessons\/\d+$/, route => route.fulfill({ json: facts }))
  await give(page, report)
  await page.goto(lesson.present.replace('/present', '/report'))
  await page.getByRole('heading', { name: 'Docker' }).waitFor()
  return page
}

export const give = (page: Page, report: Report) =>
  page.route('**/report.json', route => route.fulfill({ json: report }))
export const inSight = (place: Locator) =>
  place.evaluate(it => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight)
export const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
