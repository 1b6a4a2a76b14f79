/** A class with names in a morning of all parts, and its presenter's pages: at the desk, and in the hand. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Client, connect, serve } from '../../support/amphi.ts'
import { openBrowser } from '../../support/browser.ts'
import { onSlide, visit } from '../sight.ts'

const DECK = `---
title: Morning
lang: en
identity: name
---
<!-- .slide: data-segment="talk" data-duration="30m" -->
# Opening

---

<!-- .slide: data-timer="2m" -->
# With your neighbour

---

<!-- .slide: data-segment="quiz" data-duration="15m" -->
# Quiz time

---

<!-- .slide: data-qcm data-id="one" -->
# Which one?

- [ ] red
- [x] green

---

<!-- .slide: data-qcm data-id="two" -->
# Which other?

- [x] blue
- [ ] pink

---

<!-- .slide: data-segment="break" data-duration="10m" -->
# Coffee

---

<!-- .slide: data-segment="workshop" data-duration="2h" -->
# Hands on

- [ ] Write the file
  > Begin with the first line.
- [ ] Build it
  > Mind the dot.
- [ ] Run it

Note:
Walk around.
`
const LAPTOP: [number, number] = [1366, 768]
const PHONE: [number, number] = [390, 844]

export type Morning = Awaited<ReturnType<typeof openMorning>>

/** @param address of the shared browser */
export async function openMorning(address: string | undefined) {
  const browser: Browser = await openBrowser(address)
  const complaints: string[] = []
  const amphi = await serve(DECK)
  const { code, key, present } = amphi.facts
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const named = async (name: string): Promise<Client> => {
    const student = await connect(amphi.origin, code, 'student')
    await student.send({ type: 'name', name })
    return student
  }
  const [ada, ben, cleo, dev] = [await named('Ada'), await named('Ben'), await named('Cleo'), await named('Dev')]
  const desk = await visit(browser, present, LAPTOP, complaints)
  const phone = await visit(browser, present, PHONE, complaints)
  for (const page of [desk, phone]) await onSlide(page, 'Opening').waitFor()
  return {
    presenter,
    ada,
    ben,
    cleo,
    dev,
    desk,
    phone,
    complaints,
    async close() {
      for (const client of [presenter, ada, ben, cleo, dev]) client.close()
      await browser.close()
      await amphi.end()
    },
  }
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export const press = (page: Page, name: string) => button(page, name).click()

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Nothing that can be pressed or read lies outside the window, but for what scrolls. */
export async function fits(page: Page) {
  const outside = await page.locator('.desk :is(button, h2, p, li):visible').evaluateAll(all =>
    all
      .filter(element => !element.closest('.scroll, .run-sheet, .reveal, .spoken'))
      .filter(element => {
        const { left, right, top, bottom } = element.getBoundingClientRect()
        return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
      })
      .map(element => element.textContent),
  )
  expect(outside).toEqual([])
}
