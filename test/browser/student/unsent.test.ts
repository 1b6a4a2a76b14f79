/** What a student has entered and not sent, one's answer of the round before, and a vote that was closed by mistake. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Report } from '../../../server/wire/report-view.ts'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { layCable } from '../../support/cable.ts'
import { serveHere } from '../../support/in-process.ts'
import { sees, visit } from '../sight.ts'

const DECK = `<!-- .slide: data-qcm data-id="several" -->
# Which ones?

- [x] red
- [x] green
- [ ] blue

---

<!-- .slide: data-qcm="text" data-id="text" -->
# Which town?

- [x] Lima

---

<!-- .slide: data-qcm="number" data-id="number" -->
# How many?

- [x] 3

---

<!-- .slide: data-qcm data-id="one" -->
# Which one?

- [x] yes
- [ ] no

---

# The end
`
const PHONE: [number, number] = [360, 740]
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('an answer that was not sent', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, PHONE, [])
  })
  afterEach(async () => {
    await phone?.context().close()
    presenter?.close()
    await amphi?.end()
  })

  test('is sent when voting closes, as announced to the student', async () => {
    await ask('several', 0)
    await tick('red')
    await tick('green')
    await sees(phone, 'Not sent yet')
    await sees(phone, 'Sent when voting closes, unless you change it.')
    expect(await barriers(phone)).toEqual([])
    await presenter.send({ type: 'close', poll: 'several' })
    await phone.getByText('Recorded: A and B').waitFor()
    expect(await given()).toEqual([{ poll: 'several', round: 1, value: [0, 1] }])
  })

  test('survives a reload and the end of the time', async () => {
    await ask('text', 1, 4)
    await presenter.send({ type: 'pause', poll: 'text', on: true })
    await phone.getByRole('textbox').fill('Lima')
    await phone.reload()
    await expect.poll(() => phone.getByRole('textbox').inputValue()).toBe('Lima')
    await presenter.send({ type: 'pause', poll: 'text', on: false })
    await phone.getByText('Recorded: Lima').waitFor()
    expect(await given()).toEqual([{ poll: 'text', round: 1, value: 'Lima' }])
  })

  test('is sent when the class goes on to another slide', async () => {
    await ask('text', 1)
    await phone.getByRole('textbox').fill('Quito')
    await presenter.send({ type: 'move', h: 4, v: 0, f: -1 })
    await expect.poll(given).toEqual([{ poll: 'text', round: 1, value: 'Quito' }])
  })

  test('stays visible when it is invalid or too late', async () => {
    await ask('number', 2)
    await phone.getByRole('textbox').fill('three')
    await sees(phone, 'Not sent yet')
    expect(await phone.getByText('Sent when voting closes').count()).toBe(0)
    await presenter.send({ type: 'close', poll: 'number' })
    await sees(phone, 'Not sent: three')
    await ask('text', 1)
    await phone.getByRole('textbox').fill('Lima')
    await presenter.send({ type: 'solution', poll: 'text', shown: true })
    await sees(phone, 'Not sent: Lima')
    expect(await barriers(phone)).toEqual([])
    expect(await given()).toEqual([])
  })

  test('that came too late is sent once the presenter has reopened the vote', async () => {
    await ask('text', 1)
    await phone.getByRole('textbox').fill('Lima')
    await presenter.send({ type: 'solution', poll: 'text', shown: true })
    await sees(phone, 'Not sent: Lima')
    await presenter.send({ type: 'solution', poll: 'text', shown: false })
    await presenter.send({ type: 'reopen', poll: 'text' })
    await phone.getByText('Recorded: Lima').waitFor()
    expect(await given()).toEqual([{ poll: 'text', round: 1, value: 'Lima' }])
  })

  test('stays visible when it was sent offline and arrived too late', async () => {
    const cable = await layCable(amphi.origin)
    const far = await visit(browser, `${cable.origin}/${amphi.facts.code}`, PHONE, [])
    await ask('text', 1)
    await far.getByRole('textbox').fill('Lima, Peru')
    cable.cut()
    await far.getByRole('button', { name: 'Send answer' }).click()
    await far.getByText('Kept on this phone').waitFor()
    await presenter.send({ type: 'results', poll: 'text', shown: true })
    cable.mend()
    await sees(far, 'Not sent: Lima, Peru')
    await presenter.send({ type: 'results', poll: 'text', shown: false })
    await far.getByRole('textbox').waitFor()
    expect(await far.getByRole('textbox').inputValue()).toBe('Lima, Peru')
    await presenter.send({ type: 'reopen', poll: 'text' })
    await far.getByText('Recorded: Lima, Peru').waitFor()
    expect(await given()).toEqual([{ poll: 'text', round: 1, value: 'Lima, Peru' }])
    await far.context().close()
    await cable.close()
  })

  test('does not exist when the selection equals the recorded answer', async () => {
    await ask('several', 0)
    await tick('red')
    await phone.getByRole('button', { name: 'Send answer' }).click()
    await tick('green')
    await tick('green')
    await presenter.send({ type: 'close', poll: 'several' })
    await phone.getByText('Recorded: A').waitFor()
    expect(await given()).toEqual([{ poll: 'several', round: 1, value: [0] }])
  })

  test('from the round before is kept with one tap, and a note says what not keeping it means', async () => {
    await ask('one', 3)
    await phone.getByRole('radio', { name: /yes/ }).click()
    await phone.getByText('Recorded').first().waitFor()
    await presenter.send({ type: 'close', poll: 'one' })
    await presenter.send({ type: 'again', poll: 'one' })
    await phone.getByText('Your answer in the round before: A.').waitFor()
    await phone.getByText('Round 2').first().waitFor()
    expect(await barriers(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Keep this answer' }).click()
    await presenter.until(({ poll }) => poll?.round === 2 && poll.answered === 1)
    await phone.getByRole('button', { name: 'Keep this answer' }).waitFor({ state: 'detached' })
    expect((await given()).at(-1)).toEqual({ poll: 'one', round: 2, value: [0] })
  })

  test('in a later round is said to be of that round, beside the answer of the round before', async () => {
    await ask('one', 3)
    await phone.getByRole('radio', { name: /yes/ }).click()
    await phone.getByText('Recorded').first().waitFor()
    for (const type of ['close', 'again', 'close'] as const) await presenter.send({ type, poll: 'one' })
    await presenter.send({ type: 'solution', poll: 'one', shown: true })
    await sees(phone, 'You did not answer in this round. Your answer in the round before: A.')
  })

  test('before its round was thrown away is not said to have come after the close', async () => {
    const cable = await layCable(amphi.origin)
    const far = await visit(browser, `${cable.origin}/${amphi.facts.code}`, PHONE, [])
    await ask('one', 3)
    await far.locator('[data-phase="open"]').waitFor()
    cable.cut()
    await far.getByRole('radio', { name: /yes/ }).click()
    await far.getByText('Kept on this phone').waitFor()
    await presenter.send({ type: 'reset', poll: 'one' })
    await presenter.send({ type: 'open', poll: 'one' })
    cable.mend()
    await sees(far, 'Your last answer was for an earlier round of this question, so it is not counted in this one.')
    await far.context().close()
    await cable.close()
  })

  test('counts again once the presenter has reopened a vote that was closed by mistake', async () => {
    await ask('one', 3)
    const desk = await visit(browser, amphi.facts.present, [1366, 768], [])
    await phone.getByRole('radio', { name: /yes/ }).click()
    await phone.getByText('Recorded').first().waitFor()
    await presenter.send({ type: 'close', poll: 'one' })
    await desk.getByRole('button', { name: 'Reopen voting' }).click()
    await presenter.until(({ poll }) => poll?.phase === 'open' && poll.round === 1 && poll.answered === 1)
    await phone.getByRole('radio', { name: /no/ }).click()
    await presenter.until(({ poll }) => poll?.results?.counts[1] === 1)
    await presenter.send({ type: 'results', poll: 'one', shown: true })
    await desk.getByText('Results shown').first().waitFor()
    expect(await desk.getByRole('button', { name: 'Reopen voting' }).count()).toBe(0)
    await desk.context().close()
  })

  test('of a round that was thrown away does not count in the next one, which is called the first', async () => {
    await ask('one', 3)
    await phone.getByRole('radio', { name: /yes/ }).click()
    await phone.getByText('Recorded').first().waitFor()
    await presenter.send({ type: 'reset', poll: 'one' })
    await presenter.send({ type: 'open', poll: 'one' })
    await presenter.until(({ poll }) => poll?.phase === 'open' && poll.round === 2 && poll.answered === 0)
    await phone.getByText('Voting is open').first().waitFor()
    expect(await phone.getByText(/Round/).count()).toBe(0)
    expect(await given()).toEqual([])
  })

  async function ask(poll: string, h: number, seconds?: number) {
    await presenter.send({ type: 'move', h, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll, ...(seconds !== undefined && { seconds }) })
    await phone.locator('[data-phase="open"]').waitFor()
  }

  const tick = (choice: string) => phone.getByRole('checkbox', { name: new RegExp(choice) }).click()

  /** What the report has of the one student. */
  async function given() {
    const headers = { Authorization: `Bearer ${amphi.facts.key}` }
    const response = await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/report.json`, { headers })
    const { students }: Report = await response.json()
    return students.flatMap(({ answers }) => answers.map(({ poll, round, value }) => ({ poll, round, value })))
  }
})
