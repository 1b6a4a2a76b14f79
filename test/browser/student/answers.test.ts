/** Every kind of question on a phone: answered by the keyboard alone, without barriers, in both languages. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../../support/amphi.ts'
import { barriers } from '../../support/barriers.ts'
import { openBrowser } from '../../support/browser.ts'
import { visit } from '../sight.ts'

const address = inject('browser')

const deck = (lang: string) => `---
title: Kinds
lang: ${lang}
---

# Opening

---

<!-- .slide: data-qcm data-id="one" -->
### One of these?

- [ ] red
- [x] green

---

<!-- .slide: data-qcm data-id="several" data-points="2" -->
### Some of these?

- [x] red
- [x] green
- [ ] blue

---

<!-- .slide: data-qcm="number" data-id="number" -->
### How many?

- [x] 3.14 ± 0.01

---

<!-- .slide: data-qcm="text" data-id="text" -->
### Which town?

- [x] Paris

---

<!-- .slide: data-qcm="words" data-id="words" -->
### Which words?

---

<!-- .slide: data-qcm="scale" data-id="scale" data-min="1" data-max="5" data-labels="lost|fine|bored" -->
### How is it going?

---

<!-- .slide: data-qcm="order" data-id="order" -->
### In which order?

1. first
2. second
3. third
`

/** How each kind is answered, from its first control; what the receipt says, and what the server then holds. */
const KINDS: { poll: string; prompt: string; keys: string[]; receipt: RegExp; value: unknown }[] = [
  { poll: 'one', prompt: 'One of these?', keys: ['Space'], receipt: /: A\./, value: [0] },
  {
    poll: 'several',
    prompt: 'Some of these?',
    keys: ['Space', 'Tab', 'Tab', 'Space', 'Enter'],
    receipt: /: A (and|et) C\./,
    value: [0, 2],
  },
  { poll: 'number', prompt: 'How many?', keys: ['3', ',', '1', '5', 'Enter'], receipt: /: 3[.,]15\./, value: 3.15 },
  { poll: 'text', prompt: 'Which town?', keys: ['L', 'y', 'o', 'n', 'Enter'], receipt: /: Lyon\./, value: 'Lyon' },
  { poll: 'words', prompt: 'Which words?', keys: ['a', 'Tab', 'b', 'Enter'], receipt: /: a, b\./, value: 'a, b' },
  {
    poll: 'scale',
    prompt: 'How is it going?',
    keys: ['Space', 'ArrowRight', 'ArrowRight'],
    receipt: /: 3\./,
    value: 3,
  },
  // The deck's seed deals the letters, so the indexes differ from lesson to lesson.
  {
    poll: 'order',
    prompt: 'In which order?',
    keys: ['Enter', 'Tab', 'Tab', 'Enter'],
    receipt: /: B, A, C\./,
    value: expect.any(Array),
  },
]

describe.skipIf(!address && !process.env.CI).for(['en', 'fr'])('a phone in a class in %s', lang => {
  const complaints: string[] = []
  let amphi: Served
  let browser: Browser
  let presenter: Client
  let phone: Page

  beforeAll(async () => {
    browser = await openBrowser(address)
    amphi = await serve(deck(lang))
    presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
    phone = await visit(browser, `${amphi.origin}/${amphi.facts.code}`, [320, 640], complaints)
  })

  afterAll(async () => {
    presenter?.close()
    await browser?.close()
    await amphi?.end()
    expect(complaints).toEqual([])
  })

  for (const [index, { poll, prompt, keys, receipt, value }] of KINDS.entries()) {
    test(`a question of the kind "${poll}" is answered with the keyboard alone, and axe finds nothing`, async () => {
      await presenter.send({ type: 'move', h: index + 1, v: 0, f: -1 })
      await presenter.send({ type: 'open', poll })
      const group = phone.locator('[data-phase="open"]').getByRole('group', { name: prompt })
      await group.waitFor()
      expect(await barriers(phone)).toEqual([])
      await group.locator(':is(input, button):not(:disabled)').first().focus()
      for (const key of keys) await phone.keyboard.press(key)
      await phone.getByRole('status').filter({ hasText: receipt }).waitFor()
      await expect.poll(() => kept(poll)).toEqual(value)
      expect(await barriers(phone)).toEqual([])
    })
  }

  const kept = async (poll: string): Promise<unknown> => {
    const { code, key } = amphi.facts
    const answer = await fetch(`${amphi.origin}/api/lessons/${code}/report.json`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    const { students } = await answer.json()
    return students[0].answers.find((given: { poll: string }) => given.poll === poll)?.value
  }
})
