/** What students do with a question on their phones. */
import type { Page } from 'playwright-core'

export const asked = (page: Page) => page.getByRole('region', { name: 'Question', exact: true })

export async function giveName(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Your nickname' }).fill(name)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: `${name}: change your nickname` }).waitFor()
}

export const pick = (page: Page, choice: string) => asked(page).getByLabel(choice).click()

export const send = (page: Page) => page.getByRole('button', { name: 'Send answer' }).click()

/** @param fields text by label */
export async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
  await send(page)
}

/** By the buttons that move an item up. */
export async function arrange(page: Page, wanted: string[]) {
  for (const [place, item] of wanted.entries()) {
    for (let at = await placeOf(page, item); at > place; at -= 1) {
      await items(page).nth(at).getByRole('button', { name: /up$/ }).click()
    }
  }
  await send(page)
}

/** Item → its letter, of items that are one word each. */
export const lettersOf = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries((await items(page).allInnerTexts()).map(text => text.trim().split(/\s+/).reverse()))

const items = (page: Page) => asked(page).getByRole('listitem')

const placeOf = async (page: Page, item: string) =>
  (await items(page).allInnerTexts()).findIndex(text => text.includes(item))
