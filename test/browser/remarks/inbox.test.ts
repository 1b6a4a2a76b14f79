/** Questions to the presenter from the phone: signed or not, let through, supported, and never lost. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { serveHere } from '../../support/in-process.ts'
import { sees, visit } from '../sight.ts'

const DECK = (frontMatter = '') => `---\ntitle: Class\n${frontMatter}---\n# First\n`
const PHONE: [number, number] = [360, 740]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('a question to the presenter', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phones: Page[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(() => {
    complaints.length = 0
  })
  afterEach(async () => {
    await Promise.all(phones.map(page => page.context().close()))
    phones = []
    presenter?.close()
    await amphi?.end()
  })

  async function open(frontMatter = '') {
    amphi = await serveHere(DECK(frontMatter))
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  }

  async function phone(origin = amphi.origin): Promise<Page> {
    const page = await visit(browser, `${origin}/${amphi.facts.code}`, PHONE, complaints)
    phones.push(page)
    await page.locator('.remarks').waitFor()
    return page
  }

  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Ask a question' })
  const entry = (page: Page, text: string) => dialog(page).getByRole('listitem').filter({ hasText: text })
  const messages = () => presenter.view.inbox?.messages ?? []

  async function write(page: Page, text: string) {
    if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'Ask a question' }).click()
    await dialog(page).getByRole('textbox').fill(text)
  }

  async function ask(page: Page, text: string) {
    await write(page, text)
    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
  }

  test('waits to be let through, is then read by all, and supported once by each', async () => {
    await open()
    const [own, other] = [await phone(), await phone()]
    await ask(own, 'Why a <b>dot</b>? See https://example.org')
    await entry(own, 'Why a').getByText('Waiting for the presenter to let it through').waitFor()
    expect(await barriers(own)).toEqual([])
    await expect
      .poll(() => messages().map(({ text, name, state }) => [text, name, state]))
      .toEqual([['Why a <b>dot</b>? See https://example.org', undefined, 'waiting']])
    await other.getByRole('button', { name: 'Ask a question' }).click()
    await sees(other, 'Nobody has asked anything yet.')
    await presenter.send({ type: 'moderate', message: messages()[0]?.id ?? '', state: 'open' })
    await entry(own, 'Why a').getByText('Everybody can read it').waitFor()
    await entry(other, 'Why a <b>dot</b>? See https://example.org').getByRole('button', { name: 'Upvote' }).click()
    await expect.poll(() => messages()[0]?.votes).toBe(1)
    await entry(own, 'Why a').getByText('1 vote').waitFor()
    expect(await barriers(other)).toEqual([])
    await other.reload()
    await other.getByRole('button', { name: 'Ask a question' }).click()
    await entry(other, 'Why a').getByRole('button', { name: 'Upvote', pressed: true }).click()
    await expect.poll(() => messages()[0]?.votes).toBe(0)
    expect(await entry(own, 'Why a').getByRole('button').count()).toBe(0)
    expect(await dialog(other).locator('.messages :is(a, b)').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('carries the student’s name where they want that, and only there', async () => {
    await open('identity: name\ninbox: open\n')
    const page = await phone()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada')
    await page.getByRole('button', { name: 'Save' }).click()
    await ask(page, 'Who am I?')
    await expect.poll(() => messages().map(({ name }) => name)).toEqual([undefined])
    await write(page, 'Signed')
    await dialog(page).getByRole('checkbox', { name: 'With my name, Ada' }).check()
    expect(await barriers(page)).toEqual([])
    const other = await phone()
    await other.getByRole('textbox', { name: 'Your name' }).fill('Bob')
    await other.getByRole('button', { name: 'Save' }).click()
    await write(other, 'A second one')
    await dialog(other).getByRole('checkbox').check()
    await dialog(other).getByRole('button', { name: 'Send', exact: true }).click()
    await entry(page, 'A second one').getByText('from Bob').waitFor()
    await expect.poll(() => messages().map(({ name }) => name)).toEqual([undefined, 'Bob'])
  })

  test('is kept on the phone without a network, and sent once', async () => {
    await open()
    const cable = await layCable(amphi.origin)
    const page = await phone(cable.origin)
    await write(page, 'What is a layer?')
    cable.cut()
    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
    await entry(page, 'What is a layer?').getByText('Kept on this phone. It is sent as soon as').waitFor()
    cable.mend()
    await entry(page, 'What is a layer?').getByText('Waiting for the presenter').waitFor()
    await expect.poll(() => messages().map(({ text }) => text)).toEqual(['What is a layer?'])
    await cable.close()
  })

  test('that comes too soon after another is kept, and the student told so', async () => {
    await open()
    const page = await phone()
    await ask(page, 'One')
    await entry(page, 'One').getByText('Waiting for the presenter').waitFor()
    await ask(page, 'Two')
    await entry(page, 'Two').getByText('One question every 10 seconds').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Ask a question' }).click()
    await entry(page, 'Two').waitFor()
  })

  test('that is not sent yet is there again when the page is, and the end of the room for it is told', async () => {
    await open()
    const page = await phone()
    await write(page, 'x'.repeat(240))
    await sees(page, '40 characters left')
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Ask a question' }).click()
    expect(await dialog(page).getByRole('textbox').inputValue()).toBe('x'.repeat(240))
    await dialog(page).getByRole('textbox').fill('  ')
    await dialog(page).getByRole('button', { name: 'Send', exact: true }).click()
    await sees(page, 'Write your question first.')
    expect(messages()).toEqual([])
  })

  test('cannot be asked where the deck has no inbox', async () => {
    await open('inbox: off\n')
    const page = await phone()
    expect(await page.getByRole('button', { name: 'Ask a question' }).count()).toBe(0)
    await page.getByRole('button', { name: "I'm lost" }).waitFor()
  })
})
