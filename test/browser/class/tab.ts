/** A page open in a browser, which knows how far the server's news have reached it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PATIENCE } from '../sight.ts'
import { type PageName, SIZES, type Size, type SizeName } from './sizes.ts'

export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

export interface Tab {
  page: PageName
  size: SizeName
  view: Page
  /** What it keeps to whatever the system prefers, as the screen does, whose deck has a theme. */
  scheme?: Scheme
  /** Resolves once the page has a view of this version of the lesson, or a later one. */
  heard(seq: number): Promise<void>
  close(): Promise<void>
}

interface Visit {
  page: PageName
  size: SizeName
  url: string
  lang: string
  scheme?: Scheme
  /** Is told what the page throws, or writes to its console as an error. */
  complain(text: string): void
}

/** Reveal's themes that stand for the schemes on a screen, which follows the deck. */
const THEMES = {
  light: { theme: 'serif', highlightTheme: 'github' },
  dark: { theme: 'black', highlightTheme: 'monokai' },
} as const satisfies Record<Scheme, object>
/** A message of Socket.IO that carries a view. */
const VIEW = /^42\["view",/
/** What Engine.IO puts between packets that come together. */
const SEPARATOR = '\x1e'
const POLLING = /[?&]transport=polling/

export async function openTab(browser: Browser, { page, size, url, lang, scheme, complain }: Visit): Promise<Tab> {
  const { width, height, touch }: Size = SIZES[size]
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
    hasTouch: touch === true,
    isMobile: touch === true,
    deviceScaleFactor: touch ? 2 : 1,
  })
  context.setDefaultTimeout(PATIENCE)
  if (scheme) await wear(context, THEMES[scheme])
  const view = await context.newPage()
  const heard = listen(view)
  view.on('pageerror', error => complain(`${page} ${size}: ${error}`))
  view.on('console', message => {
    if (message.type() === 'error') complain(`${page} ${size}: ${message.text()}`)
  })
  await view.goto(url)
  return { page, size, view, ...(scheme && { scheme }), heard, close: () => context.close() }
}

/** Resolves once nothing on the page is on its way any more: decks, fonts, pictures, drawing. */
export async function settle({ view }: Tab): Promise<void> {
  await view.waitForFunction(() => {
    const places = [...document.querySelectorAll('.stage, .slide-drawing')].filter(place => place.checkVisibility())
    const decks = places.map(place => place.querySelector<HTMLElement>('.reveal'))
    return decks.every(deck => deck && deck.style.visibility !== 'hidden')
  })
  await view.evaluate(async () => {
    await document.fonts.ready
    const pictures = [...document.images].filter(image => image.src && image.loading !== 'lazy')
    await Promise.all(pictures.map(image => image.decode().catch(() => {})))
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
}

/** Reads along what comes over the socket, and over the requests that stand in for it while there is none. */
function listen(view: Page): Tab['heard'] {
  const waiting = new Set<() => void>()
  let latest = -1
  const read = (text: string) => {
    for (const packet of text.split(SEPARATOR).filter(packet => VIEW.test(packet))) {
      latest = Math.max(latest, JSON.parse(packet.slice(2))[1].seq)
    }
    for (const look of [...waiting]) look()
  }
  view.on('websocket', socket => socket.on('framereceived', ({ payload }) => read(String(payload))))
  view.on('response', response => {
    if (POLLING.test(response.url())) response.text().then(read, () => {})
  })
  return seq =>
    new Promise(resolve => {
      const look = () => {
        if (latest < seq) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
}

async function wear(context: BrowserContext, themes: object): Promise<void> {
  await context.route(/\/api\/lessons\/\d+\/deck/, async route => {
    const response = await route.fetch().catch(() => undefined)
    if (!response?.ok()) return route.abort()
    return route.fulfill({ response, json: { ...(await response.json()), ...themes } })
  })
}
