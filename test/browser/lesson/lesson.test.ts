/** One lesson in a real browser: presenter, wall and three phones, by the names that people and screen readers find. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Amphi, startAmphi } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { type Cable, layCable } from '../../support/cable.ts'
import { stepByStep } from '../../support/steps.ts'
import { choices, onSlide, sees, seesChoices, tap, tellsOf, visit } from '../sight.ts'

const DECK = `# Opening

- shown at the first step <!-- .element: class="fragment" -->

---

<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
  > Red is a colour of fire.
- [x] green

> Grass is green.
`
const STEP = 'shown at the first step'
const KEPT = 'Kept on this phone. It is sent as soon as the connection is back.'
/** Written to the console by the browser itself, when a page has no network. */
const CUT = /WebSocket connection to |net::ERR_/
const recorded = (letter: string) => `Recorded: ${letter}. Tap another to change.`

const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('one lesson with presenter, wall and three phones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-lesson-'))
  /** What the pages wrote to their consoles, and what they threw. */
  const complaints: string[] = []
  let amphi: Amphi
  let cable: Cable
  let browser: Browser
  let presenter: Page
  let wall: Page
  let ada: Page
  let bob: Page
  /** Joins late, over a network that is cut later. */
  let cleo: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    const deck = join(folder, 'deck.md')
    writeFileSync(deck, DECK)
    amphi = await startAmphi({ deck, data: join(folder, 'data') })
    cable = await layCable(amphi.origin)
    presenter = await open(amphi.facts.present, 1280, 800)
    wall = await open(amphi.facts.screen, 1920, 1080)
    ada = await phone()
    bob = await phone()
  })

  afterAll(async () => {
    await browser?.close()
    await cable?.close()
    await amphi?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  stepByStep()

  test('slides and steps are followed, and no phone holds a step before it is shown', async () => {
    for (const page of [presenter, wall, ada, bob]) await onSlide(page, 'Opening').waitFor()
    await onSlide(wall, STEP).waitFor({ state: 'hidden' })
    for (const page of [ada, bob]) expect(await page.content()).not.toContain(STEP)
    await press('Next')
    for (const page of [presenter, wall, ada, bob]) await onSlide(page, STEP).waitFor()
  })

  test('who joins late is where the class is', async () => {
    cleo = await phone(cable.origin)
    await onSlide(cleo, STEP).waitFor()
    await button('3 of 3 connected').waitFor()
  })

  test('a question can be read before it is open, and answered once it is', async () => {
    await press('Next')
    for (const page of [ada, bob, cleo]) {
      await sees(page, 'Voting opens soon.')
      expect(await page.getByRole('radio').first().isDisabled()).toBe(true)
    }
    await press('Open voting')
    await tap(ada, 'green')
    await sees(ada, recorded('B'))
    await sees(presenter, '1 of 3 answered')
  })

  test('an answer may be changed, and is still there after a reload', async () => {
    await tap(bob, 'green')
    await sees(bob, recorded('B'))
    await tap(bob, 'red')
    await sees(bob, recorded('A'))
    await bob.reload()
    await sees(bob, recorded('A'))
    expect(await bob.getByRole('radio', { name: 'red' }).isChecked()).toBe(true)
  })

  test('an answer tapped without a network is kept on the phone, and counted when the network is back', async () => {
    cable.cut()
    await button('2 of 3 connected').waitFor()
    await tap(cleo, 'green')
    await sees(cleo, KEPT)
    await sees(presenter, '2 of 3 answered')
    await sees(wall, '2 answered')
    cable.mend()
    await sees(cleo, recorded('B'))
    await sees(presenter, '3 of 3 answered')
    await sees(wall, '3 answered')
  })

  test('while voting is open the presenter alone sees counts, and nobody else what is right', async () => {
    await seesChoices(presenter, ['A red 1 1 answer 33%', 'B green ✓ Right 2 2 answers 67%'])
    expect(await choices(wall)).toEqual(['A red', 'B green'])
    for (const page of [wall, ada, bob, cleo]) expect(await tellsOf(page)).toEqual([])
    for (const page of [presenter, wall, ada]) expect(await barriers(page)).toEqual([])
  })

  test('results are shown without what is right', async () => {
    await press('Close voting')
    for (const page of [ada, cleo]) await sees(page, 'Recorded: B.')
    expect(await ada.getByText('67%').count()).toBe(0)
    await press('Show results')
    await seesChoices(wall, ['A red 1 1 answer 33%', 'B green 2 2 answers 67%'])
    await seesChoices(bob, ['A red 1 1 answer 33% Your answer', 'B green 2 2 answers 67%'])
    for (const page of [ada, cleo]) {
      await seesChoices(page, ['A red 1 1 answer 33%', 'B green 2 2 answers 67% Your answer'])
    }
    for (const page of [wall, ada, bob, cleo]) expect(await tellsOf(page)).toEqual([])
  })

  test('the solution tells each phone whether it was right, and the wall which answer is', async () => {
    await press('Show solution')
    await seesChoices(wall, ['A red 1 1 answer 33%', 'B green ✓ Right 2 2 answers 67%'])
    await sees(presenter, 'Solution shown')
    await sees(ada, '✓ Right')
    await sees(cleo, '✓ Right')
    await sees(bob, '✗ Not right')
    await sees(bob, 'Red is a colour of fire.')
    for (const page of [wall, ada, bob, cleo]) await sees(page, 'Grass is green.')
    for (const page of [ada, cleo]) expect(await page.content()).not.toContain('Red is a colour of fire.')
    for (const page of [presenter, wall, ada, bob]) expect(await barriers(page)).toEqual([])
  })

  test('the CSV agrees with what was seen', async () => {
    const { code, key } = amphi.facts
    const table = async (query: string) => {
      const answer = await fetch(`${amphi.origin}/api/lessons/${code}/report.csv${query}`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      return (await answer.text()).trim().split('\r\n').slice(1)
    }
    expect((await table('')).map(row => row.split(',').slice(2).join()).toSorted()).toEqual([
      'A,0,0,0,0',
      'B,1,1,1,20',
      'B,1,1,1,20',
    ])
    expect(await table('?table=counts')).toEqual(['Q1: Which one?,1,A,red,0,1,3', 'Q1: Which one?,1,B,green,1,2,3'])
  })

  test('no page has complained', () => {
    const explained = (text: string) => text.startsWith(cable.origin) && CUT.test(text)
    expect(complaints.filter(text => !explained(text))).toEqual([])
  })

  const open = (url: string, width: number, height: number) => visit(browser, url, [width, height], complaints)
  const phone = (origin = amphi.origin) => open(`${origin}/${amphi.facts.code}`, 390, 844)
  const button = (name: string) => presenter.getByRole('button', { name, exact: true })
  const press = (name: string) => button(name).click()
})
