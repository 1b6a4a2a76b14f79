/** A number that can be read two ways: what was understood is in sight before it is sent, and what is recorded is in the field. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { serveHere } from '../../support/in-process.ts'
import { visit } from '../sight.ts'

const address = inject('browser')

const deck = (lang: string) => `---
title: Numbers
lang: ${lang}
---

<!-- .slide: data-qcm="number" data-id="n" -->
### How many metres are in a kilometre?

- [x] 1000
`

/** Typed, understood, and what the other reading is called. */
const CLASSES = [
  { lang: 'en', typed: '1,000', said: 'Understood as 1000, not 1.', other: 'I mean 1' },
  { lang: 'fr', typed: '1,000', said: 'Compris comme 1, et non 1000.', other: 'Je veux dire 1000' },
  { lang: 'de', typed: '1.000', said: 'Understood as 1000, not 1.', other: 'I mean 1' },
]

describe.skipIf(!address && !process.env.CI).for(CLASSES)('in a class in $lang', want => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serveHere(deck(want.lang))
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, amphi.facts.join, [360, 740], complaints)
    await presenter.send({ type: 'open', poll: 'n' })
  })

  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
    expect(complaints).toEqual([])
  })

  const field = () => phone.getByRole('textbox')
  const send = () => phone.locator('.question-send').click()
  const recorded = async () => {
    await presenter.until(({ poll }) => poll?.results?.values?.length === 1)
    return presenter.view.poll?.results?.values?.[0]
  }

  test(`${want.typed} says how it is understood, and is recorded so`, async () => {
    await field().fill(want.typed)
    await phone.getByText(want.said).waitFor()
    expect(await barriers(phone)).toEqual([])
    await send()
    const value = want.lang === 'fr' ? 1 : 1_000
    expect(await recorded()).toEqual({ value, count: 1 })
    await expect.poll(() => field().inputValue()).toBe(String(value))
    expect(await phone.getByText(want.said).count()).toBe(0)
  })

  test('one tap takes the other reading', async () => {
    await field().fill(want.typed)
    await phone.getByRole('button', { name: want.other, exact: true }).click()
    const value = want.lang === 'fr' ? 1_000 : 1
    expect(await field().inputValue()).toBe(String(value))
    await send()
    await expect.poll(async () => (await recorded())?.value).toBe(value)
  })

  test('other digits are numbers', async () => {
    await field().fill('٣٫٥')
    await send()
    await expect.poll(async () => (await recorded())?.value).toBe(3.5)
  })
})
