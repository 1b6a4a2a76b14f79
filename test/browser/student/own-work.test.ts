/** A student's own page after a morning: result, tasks, questions, and where they were lost. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'

const question = (id: string) => `<!-- .slide: data-qcm data-id="${id}" -->
# Which ${id}?

- [ ] red
- [x] green
`
const DECK = `<!-- .slide: data-segment="talk" -->
# Docker

---

## The build cache

- a
- b <!-- .element: class="fragment" -->
- c <!-- .element: class="fragment" -->

---

${question('one')}

---

${question('two')}

---

<!-- .slide: data-segment="workshop" -->
# Workshop

- [ ] Run a server <!-- .element: data-id="run" -->
- [ ] Build an image <!-- .element: data-id="build" -->
- [ ] Share it <!-- .element: data-id="share" -->
`
const address = inject('browser')

describe.skipIf(!address && !process.env.CI)('the page of a student after a morning', () => {
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let student: Client
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
  })
  afterAll(async () => {
    await browser?.close()
  })
  beforeEach(async () => {
    amphi = await serveHere(DECK)
    const { code, key } = amphi.facts
    presenter = await connect(amphi.origin, code, 'presenter', key)
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'en-GB' })
    page = await context.newPage()
    await page.goto(`${amphi.origin}/${code}`)
    await page.getByText('Live', { exact: true }).first().waitFor()
    const token = await page.evaluate(code => localStorage.getItem(`amphi:${code}:token`), code)
    student = await connect(amphi.origin, code, 'student', token ?? '')
  })
  afterEach(async () => {
    await page?.context().close()
    student?.close()
    presenter?.close()
    await amphi?.end()
  })

  test('has what came of it all, even after a reload, and leads to the slides', async () => {
    await show(1, 1)
    await student.send({ type: 'pulse', feeling: 'lost' })
    await student.send({ type: 'ask', text: '<b>Why</b> layers?', signed: false })
    await vote('one', 2, [1])
    await vote('two', 3, [0])
    await show(4, -1)
    await student.send({ type: 'mark', task: 'run', state: 'done' })
    await student.send({ type: 'mark', task: 'build', state: 'stuck' })
    await presenter.send({ type: 'end' })
    await looksBack()
    await page.reload()
    await looksBack()
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await region('Where you were lost').getByRole('button').click()
    await page
      .getByRole('region', { name: 'Slide', exact: true })
      .getByRole('heading', { name: 'The build cache' })
      .waitFor()
  })

  test('says nothing of what there was not', async () => {
    await show(4, -1)
    await presenter.send({ type: 'end' })
    await page.getByRole('heading', { name: 'Your answers' }).waitFor()
    await page.waitForLoadState('networkidle')
    for (const name of ['Your tasks', 'Your questions', 'Where you were lost'])
      expect(await region(name).count()).toBe(0)
    expect(await page.getByText('Your result').count()).toBe(0)
  })

  async function looksBack() {
    await page.getByText('Your result: 1 of 2 points.').waitFor()
    await region('Your tasks').getByText('1 of 3 done').waitFor()
    expect(await region('Your tasks').getByRole('listitem').allInnerTexts()).toEqual([
      'Run a server\nDone',
      'Build an image\nStuck',
      'Share it\nNot done yet',
    ])
    expect(await region('Your questions').getByRole('listitem').allInnerTexts()).toEqual([
      '<b>Why</b> layers?\n\nNot answered yet',
    ])
    expect(await region('Where you were lost').getByRole('listitem').allInnerTexts()).toEqual([
      'Slide 2: The build cache\nstep 2',
    ])
  }

  async function vote(poll: string, h: number, value: number[]) {
    await show(h, -1)
    await presenter.send({ type: 'open', poll })
    await student.send({ type: 'answer', poll, round: 1, value })
    await presenter.send({ type: 'solution', poll, shown: true })
  }

  const show = (h: number, f: number) => presenter.send({ type: 'move', h, v: 0, f })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
})
