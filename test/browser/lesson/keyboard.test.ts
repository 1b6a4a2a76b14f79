/** A whole lesson without a mouse or a finger, and what a screen reader finds on the pages at each moment of it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Served, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { stepByStep } from '../../support/steps.ts'
import { onSlide, sees, visit } from '../sight.ts'
import { order, reach, seesFocus } from './keys.ts'

const DECK = `# Opening

Welcome

---

# Second

Note:
Say hello.

---

<!-- .slide: data-qcm data-id="one" -->
# Which one?

- [ ] red
- [x] green

> Grass is green.

---

<!-- .slide: data-qcm data-id="several" -->
# Which ones?

- [x] red
- [x] green
- [ ] blue

---

<!-- .slide: data-qcm="order" data-id="order" -->
# In which order?

1. first
2. second
3. third

---

<!-- .slide: data-qcm="number" data-id="number" -->
# How many?

- [x] 3
`
/** Ms in which the server has closed the vote, if it was told to. */
const ANSWERED = 4_000
const snapshots = join(import.meta.dirname, 'snapshots')
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('with the keyboard alone', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Page
  let student: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(DECK)
    presenter = await visit(browser, amphi.facts.present, [1280, 800], complaints)
    await onSlide(presenter, 'Opening').waitFor()
    student = await visit(browser, `${amphi.origin}/`, [390, 844], complaints)
  })

  afterAll(async () => {
    await browser?.close()
    await amphi?.end()
    expect(complaints).toEqual([])
  })

  stepByStep()

  test('a student types the code and is in the class', async () => {
    await reach(student, student.getByRole('textbox', { name: 'Code of the class' }))
    await student.keyboard.type(amphi.facts.code)
    await onSlide(student, 'Welcome').waitFor()
    await button(presenter, '1 of 1 connected').waitFor()
    await read('opening')
  })

  test('the presenter goes on, and the student looks back and returns', async () => {
    await presenter.keyboard.press('ArrowRight')
    await onSlide(student, 'Second').waitFor()
    await reach(student, button(student, 'Previous slide'))
    await student.keyboard.press('Enter')
    await onSlide(student, 'Welcome').waitFor()
    await reach(student, button(student, 'Back to live'))
    await student.keyboard.press('Space')
    await onSlide(student, 'Second').waitFor()
    await seesFocus(student)
    await read('second')
  })

  test('a question with one answer is opened, answered with the arrows, and changed', async () => {
    await presenter.keyboard.press('PageDown')
    await sees(student, 'Voting opens soon.')
    await read('ready')
    await presenter.keyboard.press('v')
    await reach(student, student.getByRole('radio', { name: 'red', disabled: false }))
    await read('open')
    await student.keyboard.press('Space')
    await sees(student, 'Recorded: A. Tap another to change.')
    await student.keyboard.press('ArrowDown')
    await sees(student, 'Recorded: B. Tap another to change.')
    await presenter.getByRole('listitem').filter({ hasText: 'green' }).getByText('100%').first().waitFor()
    await read('answered')
  })

  test('the focus stays on the page when the vote closes, and while results and solution are shown', async () => {
    await closeVote()
    await sees(student, 'Recorded: B.')
    await seesFocus(student)
    await read('closed')
    await presenter.keyboard.press('r')
    await sees(student, '1 answer in all')
    await seesFocus(student)
    await read('results')
    await presenter.keyboard.press('s')
    await sees(student, 'Grass is green.')
    await seesFocus(student)
    await read('solution')
  })

  test('several answers are ticked and sent', async () => {
    await ask('Which ones?')
    await reach(student, student.getByRole('checkbox', { name: 'red', disabled: false }))
    await student.keyboard.press('Space')
    await reach(student, student.getByRole('checkbox', { name: 'green' }))
    await student.keyboard.press('Space')
    await read('several')
    await reach(student, button(student, 'Send answer'))
    await student.keyboard.press('Enter')
    await sees(student, 'Recorded: A and B. Select others to change.')
    await seesFocus(student)
  })

  test('items are put in order with buttons', async () => {
    await ask('In which order?')
    await reach(student, button(student, 'Move B up'))
    await read('order')
    await student.keyboard.press('Enter')
    await seesFocus(student)
    await reach(student, button(student, 'Send answer'))
    await student.keyboard.press('Enter')
    await sees(student, 'Recorded: B, A, C. Send another order to change.')
  })

  test('a number is typed', async () => {
    await ask('How many?')
    await reach(student, student.getByRole('textbox', { name: 'Your answer', disabled: false }))
    await student.keyboard.type('3')
    await student.keyboard.press('Enter')
    await sees(student, 'Recorded: 3. Send another to change.')
    await sees(presenter, '1 of 1 answered')
    await read('number')
  })

  test('the presenter’s dialogs open and close by keys, and give the focus back', async () => {
    const more = button(presenter, 'Menu')
    await reach(presenter, more)
    for (const key of ['m', '?', 'w']) {
      await presenter.keyboard.press(key)
      await presenter.getByRole('dialog').waitFor()
      await presenter.keyboard.press('Escape')
      await presenter.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => more.evaluate(element => element === document.activeElement)).toBe(true)
    }
  })

  test('the presenter ends the class', async () => {
    await presenter.keyboard.press('m')
    await reach(presenter, button(presenter, 'End the class'))
    await presenter.keyboard.press('Enter')
    await reach(presenter, presenter.getByRole('dialog').getByRole('button', { name: 'End the class' }))
    await presenter.keyboard.press('Enter')
    await sees(student, 'The class is over.')
    await read('over')
  })

  /** Right after the opening the key would be a double click, and does nothing; pressed again too soon, it is refused. */
  async function closeVote() {
    const close = button(presenter, 'Close voting')
    const press = async () => {
      await presenter.keyboard.press('v')
      return close.waitFor({ state: 'detached', timeout: ANSWERED }).then(
        () => true,
        () => false,
      )
    }
    await expect.poll(press).toBe(true)
  }

  /** Leaves a question for the one on the next slide, and opens that. */
  async function ask(question: string) {
    await closeVote()
    await presenter.keyboard.press('ArrowRight')
    await presenter.getByRole('region', { name: 'Current slide' }).getByRole('heading', { name: question }).waitFor()
    await presenter.keyboard.press('v')
    await button(presenter, 'Close voting').waitFor()
  }

  async function read(moment: string) {
    for (const [name, page] of Object.entries({ student, presenter })) {
      const file = join(snapshots, `${name}-${moment}.yml`)
      // Each lesson shuffles these in its own way.
      const found = async () => (await order(page)).replace(/\b(first|second|third)\b/g, 'ITEM')
      // What one page has done comes to the other one a moment later; if it does not, the difference is told below.
      if (existsSync(file))
        await expect
          .poll(found)
          .toBe(readFileSync(file, 'utf8'))
          .catch(() => {})
      await expect(await found()).toMatchFileSnapshot(file)
    }
  }
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
