/** Bars of every kind are shares of all who answered, and everything compared is in view. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { visit } from '../sight.ts'

const address = inject('browser')

const DECK = `---
title: Bars
---

<!-- .slide: data-qcm="text" data-id="text" -->
# Which town?

- [x] Paris

---

<!-- .slide: data-qcm data-id="choice" -->
# Which command lists the running containers?

- [ ] \`docker images\`
- [x] \`docker ps\`
- [ ] \`docker run\`
- [ ] \`docker containers\`

Note: Ask why.

---

<!-- .slide: data-qcm="words" data-id="words" -->
# What did you think of today?
`

describe.skipIf(!address && !process.env.CI)('the bars of a question', () => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let students: Client[]
  let desk: Page
  let wall: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serveHere(DECK)
    const { origin, facts } = amphi
    presenter = await connect(origin, facts.code, 'presenter', facts.key)
    students = await Promise.all([1, 2, 3].map(() => connect(origin, facts.code, 'student')))
    desk = await visit(browser, facts.present, [1366, 768], complaints)
    wall = await visit(browser, facts.screen, [1366, 768], complaints)
  })

  afterAll(async () => {
    for (const client of [presenter, ...(students ?? [])]) client?.close()
    await browser?.close()
    await amphi?.end()
    expect(complaints).toEqual([])
  })

  const vote = async (poll: string, round: number, values: (string | number[])[]) => {
    await presenter.send({ type: 'open', poll })
    for (const [index, value] of values.entries()) {
      await students[index]?.send({ type: 'answer', poll, round, value })
    }
    await presenter.send({ type: 'close', poll })
    await presenter.send({ type: 'results', poll, shown: true })
  }

  test('of texts are shares of all who answered, and say so', async () => {
    await vote('text', 1, ['Paris', 'paris', 'Lyon'])
    for (const page of [desk, wall]) {
      const rows = page.locator('.text-row')
      await expect.poll(() => rows.count()).toBe(2)
      for (const [index, share] of [2 / 3, 1 / 3].entries()) {
        await expect.poll(() => filled(rows.nth(index).locator('.text-track'))).toBeCloseTo(share, 1)
      }
      await page.getByText('A full bar is everyone who answered.').waitFor()
    }
  })

  test('of two rounds and four choices all fit a low presenter window', async () => {
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await vote('choice', 1, [[0], [1], [2]])
    await presenter.send({ type: 'again', poll: 'choice' })
    await vote('choice', 2, [[1], [1], [3]])
    const last = desk.locator('.question-body .bar-row').nth(3).locator('.bar-track').last()
    await last.waitFor()
    // What goes on below fades out over 2rem at the foot of what scrolls.
    const faded = () =>
      last.evaluate(track => {
        const scroll = track.closest('.scroll')?.getBoundingClientRect().bottom ?? 0
        return track.getBoundingClientRect().bottom - (scroll - 32)
      })
    await expect.poll(faded).toBeLessThanOrEqual(0)
  })

  test('are replaced by a cloud of as many words as fit on the wall', async () => {
    await wall.setViewportSize({ width: 1280, height: 720 })
    await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'words' })
    const { origin, facts } = amphi
    for (let student = 0; student < 32; student += 1) {
      const client = await connect(origin, facts.code, 'student')
      const words = ['like', 'as', 'so'].map(word => `${word} ${WORDS[student % 8]} ${student}`)
      await client.send({ type: 'answer', poll: 'words', round: 1, value: words.join(', ') })
      client.close()
    }
    await presenter.send({ type: 'close', poll: 'words' })
    await presenter.send({ type: 'results', poll: 'words', shown: true })
    await expect.poll(() => wall.locator('.cloud-word').count()).toBe(96)
  })
})

const WORDS = ['fun', 'long', 'unclear', 'volumes', 'images', 'network', 'coffee', 'practical']

/** Part of a track that its bar takes. */
const filled = (track: Locator) =>
  track.evaluate(element => {
    const [bar] = element.children
    return (bar?.getBoundingClientRect().width ?? 0) / element.getBoundingClientRect().width
  })
