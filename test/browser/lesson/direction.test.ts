/** A class in Arabic, and an Arabic answer in an English class: which way each page and text reads, by where its last sign stands. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { visit } from '../sight.ts'

const address = inject('browser')

const deck = (front: string) => `---
title: مقدمة
${front}
---

<!-- .slide: data-qcm data-id="choice" -->
# ما ناتج 3 + 4؟

- [x] الجواب: 7!
- [ ] Seven.

---

<!-- .slide: data-qcm="text" data-id="text" -->
# اكتب كلمة.
`

const CLASSES = [
  { name: 'in Arabic', front: 'lang: ar', dir: 'rtl' },
  { name: 'whose slides are turned', front: 'revealOptions:\n  rtl: true', dir: 'rtl' },
  { name: 'in English', front: 'lang: en', dir: 'ltr' },
]

describe.skipIf(!address && !process.env.CI).for(CLASSES)('a class $name', ({ front, dir }) => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let desk: Page
  let wall: Page
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serveHere(deck(front))
    const { origin, facts } = amphi
    presenter = await connect(origin, facts.code, 'presenter', facts.key)
    desk = await visit(browser, facts.present, [1366, 768], complaints)
    wall = await visit(browser, facts.screen, [1280, 720], complaints)
    phone = await visit(browser, facts.join, [360, 740], complaints)
    await presenter.send({ type: 'open', poll: 'choice' })
  })

  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
    expect(complaints).toEqual([])
  })

  test('has its direction on every page, from the first byte', async () => {
    const { code, key } = amphi.facts
    for (const page of ['', '/present', '/screen', '/report']) {
      const html = await (await fetch(`${amphi.origin}/${code}${page}`)).text()
      expect(html).toContain(dir === 'rtl' ? '<html lang="en" dir="rtl">' : '<html lang="en">')
    }
    const headers = { Authorization: `Bearer ${key}` }
    expect(await (await fetch(`${amphi.origin}/api/lessons/${code}`, { headers })).json()).toMatchObject(
      dir === 'rtl' ? { dir } : { lang: 'en' },
    )
    for (const page of [desk, wall, phone]) {
      await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe(dir)
    }
  })

  test('ends each choice where its own letters do', async () => {
    for (const page of [phone, wall]) {
      const choices = page.locator('.question-choice-text, .vote-text')
      await expect.poll(() => choices.count()).toBe(2)
      expect(await endsAt(choices.nth(0))).toBe('left')
      expect(await endsAt(choices.nth(1))).toBe('right')
    }
  })

  test('ends each answer and each of its own sentences likewise', async () => {
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await presenter.send({ type: 'open', poll: 'text' })
    await phone.getByLabel('Your answer').fill('مرحبا!')
    expect(await phone.getByLabel('Your answer').evaluate(field => getComputedStyle(field).direction)).toBe('rtl')
    await phone.locator('.question-send').click()
    const receipt = phone.locator('.question-status span').first()
    await receipt.filter({ hasText: 'مرحبا!' }).waitFor()
    expect(await endsAt(receipt)).toBe('right')
    await presenter.send({ type: 'close', poll: 'text' })
    await presenter.send({ type: 'results', poll: 'text', shown: true })
    for (const page of [phone, wall, desk]) {
      const answer = page.locator('.text-given bdi')
      await answer.waitFor()
      expect(await endsAt(answer)).toBe('left')
    }
  })
})

/** The side on which the last sign of a text stands from the one before it on the same line. */
const endsAt = (text: Locator) =>
  text.evaluate(element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let last: Text | undefined
    while (walker.nextNode())
      if (walker.currentNode instanceof Text && walker.currentNode.data.trim()) last = walker.currentNode
    if (!last) return 'nowhere'
    const { length } = last.data.trimEnd()
    const [before, end] = [length - 2, length - 1].map(at => {
      const range = document.createRange()
      range.setStart(last, at)
      range.setEnd(last, at + 1)
      return range.getBoundingClientRect().left
    })
    return (end ?? 0) < (before ?? 0) ? 'left' : 'right'
  })
