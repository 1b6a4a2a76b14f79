/** A class in a workshop: its deck, a presenter, and what tests do on a phone in it. */
import type { Browser, Page } from 'playwright-core'
import { type Client, connect, type Served } from '../../support/amphi.ts'
import { serveHere } from '../../support/in-process.ts'
import { visit } from '../sight.ts'

const DECK = `---
title: Docker by hand
---
<!-- .slide: data-segment="talk" -->
# Docker

---

<!-- .slide: data-segment="workshop" -->
# Workshop

----

## Run

- [ ] Run \`hello-world\` <!-- .element: data-id="hello" -->
  > Is Docker on? \`docker info\` tells.
- [ ] Start nginx <!-- .element: data-id="nginx" -->
  > \`\`\`sh
  > docker run -d -p 8080:80 nginx
  > \`\`\`

  > Look at the slide on ports.
- [x] Install Docker

----

## Build

Then, in a new folder:

- [ ] Write a Dockerfile <!-- .element: data-id="file" -->

---

<!-- .slide: data-segment="talk" -->
# The end
`

export interface Shop {
  amphi: Served
  presenter: Client
  /** Opens a phone on the slide with two tasks. */
  phone(view: 'Slide view' | 'Reading view', origin?: string): Promise<Page>
  close(): Promise<void>
}

/** @param complaints gets what phones throw, or write to their consoles as errors */
export async function openShop(browser: Browser, complaints: string[]): Promise<Shop> {
  const amphi = await serveHere(DECK)
  const { code, key } = amphi.facts
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  await presenter.send({ type: 'move', h: 1, v: 1, f: -1 })
  const phones: Page[] = []
  return {
    amphi,
    presenter,
    async phone(view, origin = amphi.origin) {
      const page = await visit(browser, `${origin}/${code}`, [360, 740], complaints)
      phones.push(page)
      await page.getByRole('button', { name: view }).click()
      await workshop(page).waitFor()
      return page
    },
    async close() {
      await Promise.all(phones.map(page => page.context().close()))
      presenter.close()
      await amphi.end()
    },
  }
}

export const workshop = (page: Page) => page.getByRole('region', { name: 'Workshop' })

export const task = (page: Page, name: string) => workshop(page).getByRole('group', { name, exact: true })

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The mark of a task as its buttons say it. */
export async function markOf(page: Page, name: string): Promise<string[]> {
  const pressed = await task(page, name).getByRole('button', { pressed: true }).allInnerTexts()
  return pressed.map(text => text.trim())
}
