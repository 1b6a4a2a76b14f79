/** Ways to another slide beside the next one: its number, and the overview. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'

const DECK = ['# One', '# Two', '# Three\n\n----\n\n# Below', '# Four'].join('\n\n---\n\n')
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('who drives', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Page
  let wall: Page

  beforeAll(async () => {
    amphi = await serve(DECK)
    browser = await openBrowser(address)
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
    presenter = await context.newPage()
    await presenter.goto(amphi.facts.present)
    await at('Slide 1 of 5')
    wall = await context.newPage()
    await wall.goto(amphi.facts.screen.replace(/#.*/, ''))
    await wall.locator('.present', { hasText: 'One' }).first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
  })

  const at = (place: string) => presenter.getByText(place).first().waitFor()

  test('goes to the slide whose number is typed, on the presenter’s page and on the wall', async () => {
    await presenter.keyboard.type('4')
    await presenter.keyboard.press('Enter')
    await at('Slide 4 of 5')
    await presenter.keyboard.type('3.1')
    await presenter.keyboard.press('Enter')
    await at('Slide 3 of 5')
    await presenter.keyboard.type('9')
    await presenter.keyboard.press('Enter')
    await at('There is no slide 9.')
    await wall.keyboard.type('2')
    await wall.keyboard.press('Enter')
    await at('Slide 2 of 5')
  })

  test('takes a typed number back with Escape and with a dialog, and says so by falling silent', async () => {
    const asks = presenter.getByText('Slide 4: press Enter to go there')
    await presenter.keyboard.type('4')
    await asks.waitFor()
    await presenter.keyboard.press('Escape')
    await asks.waitFor({ state: 'detached' })
    await presenter.keyboard.type('4')
    await asks.waitFor()
    await presenter.getByRole('button', { name: 'Menu' }).click()
    await presenter.getByRole('dialog').waitFor()
    await asks.waitFor({ state: 'detached' })
    await presenter.keyboard.press('Escape')
    await presenter.getByRole('dialog').waitFor({ state: 'detached' })
    await presenter.keyboard.press('Enter')
    await presenter.keyboard.press('ArrowRight')
    await at('Slide 3 of 5')
  })

  test('picks a slide in the overview on the wall', async () => {
    await wall.keyboard.press('o')
    await wall.locator('.reveal.overview').waitFor()
    await wall.locator('.slides > section', { hasText: 'Four' }).click({ force: true })
    await at('Slide 5 of 5')
    await wall.locator('.reveal:not(.overview)').waitFor()
  })

  test('blanks the screen with the clicker’s full stop, when no number is typed', async () => {
    await wall.keyboard.press('.')
    await wall.locator('.wall[data-blank="true"]').waitFor()
  })
})
