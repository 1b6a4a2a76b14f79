/** Answers in words as the presenter lets the class see them, on desk, wall and phones, and names on the ranking. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { stepByStep } from '../../support/steps.ts'
import { visit } from '../sight.ts'

const DECK = `---
lang: en
identity: nickname
ranking: top3
---
<!-- .slide: data-qcm="words" data-id="words" -->
# How was it?

---

<!-- .slide: data-qcm="text" data-id="town" -->
# Which town?

- [x] Paris
`
const GIVEN = ['useful', 'useful', 'useful things', 'clear', 'rubbish', 'RUBBISH']
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('answers in words', () => {
  const complaints: string[] = []
  const students: Client[] = []
  let amphi: Served
  let presenter: Client
  let browser: Browser
  let desk: Page
  let wall: Page
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(DECK)
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    for (const name of ['Anna', 'Ben', 'Rude', 'Dev', 'Eve', 'Fay']) {
      const student = await connect(amphi.origin, amphi.facts.code, 'student')
      await student.send({ type: 'name', name })
      students.push(student)
    }
    desk = await visit(browser, amphi.facts.present, [1366, 768], complaints)
    wall = await visit(browser, amphi.facts.screen, [1920, 1080], complaints)
    phone = await visit(browser, amphi.facts.join, [360, 740], complaints)
    await phone.getByRole('button', { name: 'Not now' }).click()
  })
  afterAll(async () => {
    for (const client of [presenter, ...students]) client?.close()
    await browser?.close()
    await amphi?.end()
  })
  stepByStep()

  const answer = (poll: string, texts: string[]) =>
    Promise.all(texts.map((value, index) => students[index]?.send({ type: 'answer', poll, round: 1, value })))
  const press = (name: string | RegExp) => desk.getByRole('button', { name, exact: true }).click()
  /** Not by its button, which does nothing in the moment after the opening. */
  const closeVoting = (poll: string) => presenter.send({ type: 'close', poll })
  const moderate = () => desk.getByRole('button', { name: /^Moderate answers/ }).click()
  const close = () => desk.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  const words = async (page: Page) =>
    (
      await page
        .getByRole('listitem')
        .filter({ hasText: /answers?/ })
        .allInnerTexts()
    ).map(text => text.replace(/\s+/g, ' ').trim())

  test('are hidden before the class sees them, and never reach a phone', async () => {
    await press('Open voting')
    await answer('words', GIVEN)
    await moderate()
    await press(/^Hide rubbish$/i)
    await desk.getByRole('button', { name: /^Show again: rubbish$/i }).waitFor()
    expect(await barriers(desk)).toEqual([])
    await close()
    await closeVoting('words')
    await press('Show results')
    await wall.getByText('2 hidden by the presenter').waitFor()
    await phone.getByText('2 hidden by the presenter').waitFor()
    const told = [await wall.content(), await phone.content(), JSON.stringify(students[0]?.view)]
    for (const seen of told) {
      expect(seen).toContain('useful things')
      expect(seen).not.toMatch(/rubbish/i)
    }
  })

  test('that mean the same are counted as one while the wall shows them, and apart again', async () => {
    expect(await words(wall)).toEqual(['useful: 2 answers', 'clear: 1 answer', 'useful things: 1 answer'])
    await moderate()
    for (const text of ['useful', 'useful things']) await desk.getByLabel(`Merge ${text}`, { exact: true }).check()
    await desk.getByText('2 answers will count as useful.').waitFor()
    await press('Merge')
    await expect.poll(() => words(wall)).toEqual(['useful: 3 answers', 'clear: 1 answer'])
    await press('Separate useful things')
    await expect.poll(() => words(wall)).toHaveLength(3)
    await press(/^Show again: rubbish$/i)
    await expect.poll(() => words(wall)).toHaveLength(4)
    await close()
  })

  test('that are right are not merged with wrong ones', async () => {
    await desk.keyboard.press('PageDown')
    await desk.getByText('Which town?').first().waitFor()
    await press('Open voting')
    await answer('town', ['Paris', 'paris', 'Paris', 'Pariss'])
    await desk.keyboard.press('d')
    for (const text of ['Paris', 'Pariss']) await desk.getByLabel(`Merge ${text}`, { exact: true }).check()
    await desk.getByText('A right answer and a wrong one cannot be merged.').waitFor()
    expect(await desk.getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true)
    await desk.keyboard.press('d')
    await desk.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('leave a name on the ranking that can be hidden before it is shown', async () => {
    await closeVoting('town')
    await press('Show results')
    await press('Show solution')
    await desk.keyboard.press('w')
    await press('Hide name: Rude')
    await desk.getByRole('button', { name: 'Show name: Rude' }).waitFor()
    expect(await barriers(desk)).toEqual([])
    await close()
    await desk.keyboard.press('k')
    const ranking = wall.getByRole('region', { name: 'Ranking' })
    await ranking.getByText('Name hidden').waitFor()
    expect(await ranking.getByRole('listitem').count()).toBe(3)
    expect(await wall.content()).not.toContain('Rude')
    await desk.keyboard.press('w')
    await press('Show name: Rude')
    await ranking.getByText('Rude').waitFor()
    expect(complaints).toEqual([])
  })
})
