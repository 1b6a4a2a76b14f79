/** A slow phone on a slow network, emulated by Chromium: what it loads, when it paints, how long its main thread is busy. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launch, readyBrowser } from '../../support/browser.ts'

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true }
/** Slow 4G as Chrome's own tools define it: ms, and bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
const CPU_SLOWDOWN = 4

export const withoutInternet = (): Promise<Browser> =>
  launch(readyBrowser(), ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])

export interface Visit {
  page: Page
  /** What the answers held, as it came over the wire until the first slide was there, pictures apart. */
  bytes: number
  /** Ms from the beginning of the navigation. */
  firstPaint: number
  firstSlide: number
  /** Ms of work on the main thread that a change of slide causes, until it has been drawn; undefined when none came. */
  work(change: () => Promise<void>): Promise<number | undefined>
}

/** Opens a page for the first time; resolves once its first slide is there. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const pictures = new Set<string>()
  let bytes = 0
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Image') pictures.add(requestId)
    // Counts only the headers up to this point.
    else bytes -= response.encodedDataLength
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!pictures.has(requestId)) bytes += encodedDataLength
  })
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', SLOW_4G)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  // Time on the processor: what else this machine does is not the page's work.
  await wire.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.addInitScript(watchForSlide)
  await page.goto(url, { timeout: 0, waitUntil: 'commit' })
  const firstSlide = await page.waitForFunction(() => window.slideAt, undefined, { timeout: 0 })
  const firstPaint = await page.waitForFunction(paintedAt, undefined, { timeout: 0 })
  // Transitions go on for as many frames as one looks; what counts is the change.
  await page.addStyleTag({ content: '.reveal, .reveal * { transition: none !important }' })
  return {
    page,
    bytes,
    firstPaint: (await firstPaint.jsonValue()) ?? Number.NaN,
    firstSlide: (await firstSlide.jsonValue()) ?? Number.NaN,
    work: change => work(page, wire, change),
  }
}

declare global {
  interface Window {
    /** Ms from the beginning of the navigation until the first slide's frame. */
    slideAt?: number
    /** Whether another slide came. */
    changed?: Promise<boolean>
  }
}

const paintedAt = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime

/** Runs in the page, before its own scripts. */
function watchForSlide() {
  const look = () => {
    const slide = document.querySelector<HTMLElement>('.reveal.ready .slides section.present:not(.stack)')
    if (slide?.innerText.trim() && slide.checkVisibility({ visibilityProperty: true })) {
      window.slideAt = performance.now()
      return
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function work(page: Page, wire: CDPSession, change: () => Promise<void>): Promise<number | undefined> {
  // Chromium slows a thread down by the clock, and would add what else this machine does.
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.evaluate(awaitChange)
  const idle = await busy(wire)
  // What asking costs.
  await page.evaluate(() => Promise.resolve())
  const began = await busy(wire)
  await change()
  if (!(await page.evaluate(() => window.changed))) return undefined
  return CPU_SLOWDOWN * ((await busy(wire)) - began - (began - idle))
}

/** Runs in the page: from now until another slide is there and two frames have passed, the first of which draws it. */
function awaitChange() {
  const current = () => document.querySelector('.slides section.present:not(.stack)')
  const slides = document.querySelector('.slides')
  const before = current()
  window.changed = new Promise(resolve => {
    const look = new MutationObserver(() => {
      if (current() === before) return
      look.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))
    })
    if (slides) look.observe(slides, { subtree: true, attributeFilter: ['class'] })
    // reveal-md's page scrolls on a phone, and a slide of little height may not become another one.
    setTimeout(() => resolve(false), 5_000)
  })
}

async function busy(wire: CDPSession): Promise<number> {
  const { metrics } = await wire.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}
