/** What people see on the pages of a lesson, and tap. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Ms for a thing to come about on a page. */
export const PATIENCE = 60_000
/** What tells which answer is right, in the words of the pages and of the tests' deck. */
const TOLD = ['Right', 'Not right', 'Right answer', 'Grass is green.', 'Red is a colour of fire.']

/** @param complaints gets what the page throws, or writes to its console as an error */
export async function visit(
  browser: Browser,
  url: string,
  [width, height]: [number, number],
  complaints: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  page.on('pageerror', error => complaints.push(`${url}: ${error}`))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(`${url}: ${message.text()}`)
  })
  await page.goto(url)
  return page
}

export const onSlide = (page: Page, text: string) =>
  page.getByRole('region', { name: /^(Slide|Current slide)$/ }).getByText(text, { exact: true })

export const sees = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

export const tap = (page: Page, choice: string) =>
  page.getByRole('group', { name: 'Which one?' }).getByText(choice, { exact: true }).click()

/** The live question's choices with all that is said of them, such as "B green 2 2 answers 67%"; numbers are there for the eye and for the ear. */
export async function choices(page: Page): Promise<string[]> {
  const items = await page
    .getByRole('listitem')
    .filter({ hasText: /^\s*[AB]\s*(red|green)/, visible: true })
    .allInnerTexts()
  return items.map(text => text.replace(/\s+/g, ' ').trim())
}

export const seesChoices = (page: Page, expected: string[]) => expect.poll(() => choices(page)).toEqual(expected)

/** What on a page tells which answer is right, in sight or not. */
export async function tellsOf(page: Page): Promise<string[]> {
  const text = await page.content()
  return TOLD.filter(words => new RegExp(`\\b${words}`).test(text))
}
