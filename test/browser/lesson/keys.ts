/** A person who has only a keyboard, or whose screen reader goes through a page from its top. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page has on the way to something. */
const FAR = 60

/** Lines at the end of the page that are spoken when something changes, and are not there to be found. */
const SPOKEN = /\n- (paragraph|status).*/g

/** Goes to a control with the Tab key, seeing all the way where it is. */
export async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < FAR && !(await isFocused(target)); stops += 1) {
    await page.keyboard.press(key)
    await seesFocus(page)
  }
  expect(await isFocused(target), `${target} is reached with ${key}`).toBe(true)
}

/** Resolves once the focus is on something, and fails with what has it when that does not show. */
export async function seesFocus(page: Page): Promise<void> {
  await expect.poll(() => hidden(page), { message: 'what has the focus and does not show it' }).toBe('')
}

/** The page as a screen reader finds it, without what differs from lesson to lesson. */
export async function order(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot()
  return `${tree
    .replace(SPOKEN, '')
    .replace(/127\.0\.0\.1:\d+/g, 'ADDRESS')
    .replace(/\b\d{3}\s?\d{3}\b/g, 'CODE')
    .replace(/\d+:\d\d(:\d\d)?( [AP]M)?/g, 'TIME')
    .replace(/\n *- text: delay .*/g, '')}\n`
}

const isFocused = (target: Locator) => target.evaluate(element => element === document.activeElement)

/** What has the focus, if neither it nor what stands for it, such as the row of a radio button, has a ring. */
function hidden(page: Page): Promise<string> {
  return page.evaluate(() => {
    const held = document.activeElement
    if (!held || held === document.body) return 'nothing'
    const around = [held, held.parentElement, held.nextElementSibling, held.closest('label')]
    const looks = around.flatMap(element =>
      element ? [getComputedStyle(element), getComputedStyle(element, '::after')] : [],
    )
    const ringed = looks.some(look => look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 2)
    return ringed ? '' : held.outerHTML.slice(0, 200)
  })
}
