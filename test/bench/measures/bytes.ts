/** What a phone downloads to see every slide of a real deck, from us and from reveal-md, counted by Chromium. */
import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { DeckView } from '../../../server/wire/deck-view.ts'
import { connect } from '../../support/amphi.ts'
import { startAmphi } from '../processes/processes.ts'
import { REVEAL_MD, startRevealMd } from '../processes/revealmd.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'
import { PHONE, withoutInternet } from './phone.ts'

const root = join(import.meta.dirname, '../../..')
const SHARED = join(root, '../shared/decks/containers/containers.md')
const SAMPLE = join(root, 'slides/docker.md')
/** Ms without a request after which a page counts as loaded. */
const QUIET = 500

/** Falls back to the sample deck if the other one is missing, and has no reference without reveal-md. */
export async function measureBytes(bench: Bench): Promise<Row[]> {
  const deck = bench.scale.compared && existsSync(SHARED) ? SHARED : await withoutSegments(bench.folder)
  const browser = await withoutInternet()
  try {
    const ours = await fromAmphi(browser, deck, bench)
    const reference = bench.scale.compared ? await fromRevealMd(browser, deck, bench.stop) : undefined
    if (bench.scale.compared && reference === undefined)
      process.stdout.write(`Bytes from ${REVEAL_MD}: skipped, it cannot be had.\n`)
    const row: Row = { what: `a phone sees all of ${basename(deck)} (reveal-md)`, unit: 'KiB', ours: ours / 1_024 }
    return [reference === undefined ? row : { ...row, reference: reference / 1_024, ratio: 0.25 }]
  } finally {
    await browser.close()
  }
}

/** The sample class as slides alone: in a quiz or workshop a phone would not follow each move. */
async function withoutSegments(folder: string): Promise<string> {
  const deck = join(folder, 'sample', basename(SAMPLE))
  await cp(dirname(SAMPLE), dirname(deck), { recursive: true })
  await writeFile(deck, (await readFile(SAMPLE, 'utf8')).replace(/ data-segment="\w+"/g, ''))
  return deck
}

async function fromAmphi(browser: Browser, deck: string, { folder, flags, stop }: Bench): Promise<number> {
  const { origin, code, key } = await startAmphi({ deck, data: join(folder, 'data'), flags }, stop)
  const presenter = await connect(origin, code, 'presenter', key)
  const response = await fetch(`${origin}/api/lessons/${code}/deck`, { headers: { Authorization: `Bearer ${key}` } })
  const { slides }: DeckView = await response.json()
  const { page, bytes, quiet } = await counted(browser, `${origin}/${code}`)
  try {
    let number = 0
    for (const [h, stack] of slides.entries()) {
      for (const [v, slide] of stack.entries()) {
        number += 1
        await presenter.send({ type: 'move', h, v, f: (slide?.steps ?? 0) - 1 })
        await page.waitForFunction(shows, String(number))
      }
    }
    await quiet()
    return bytes()
  } finally {
    presenter.close()
    await page.context().close()
  }
}

/** Runs in the page: the slide with this number is there, drawn or as text, and so are its pictures. */
function shows(number: string): boolean {
  const slide = document.querySelector('.reading, .slides section.present:not(.stack)')
  const pictures = [...(slide?.querySelectorAll('img') ?? [])]
  const there = document.querySelector('.paging-place')?.textContent === number && slide !== null
  return there && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
}

async function fromRevealMd(browser: Browser, deck: string, stop: AbortSignal): Promise<number | undefined> {
  const server = await startRevealMd(deck, stop)
  if (!server) return undefined
  try {
    const { page, bytes, quiet } = await counted(browser, server.url)
    // Its pictures all come at the start.
    await quiet()
    const all = bytes()
    await page.context().close()
    return all
  } finally {
    await server.end()
  }
}

/** Opens a page as a phone would; `bytes` is what came over the wire, sockets included. */
async function counted(browser: Browser, url: string) {
  const context = await browser.newContext(PHONE)
  const page: Page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const asked = new Set<string>()
  let bytes = 0
  let last = performance.now()
  wire.on('Network.requestWillBeSent', ({ requestId }) => asked.add(requestId))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => done(requestId, encodedDataLength))
  wire.on('Network.loadingFailed', ({ requestId }) => done(requestId, 0))
  wire.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes += response.payloadData.length
  })
  await wire.send('Network.enable')
  await page.goto(url)
  return { page, bytes: () => bytes, quiet }

  function done(request: string, size: number) {
    asked.delete(request)
    bytes += size
    last = performance.now()
  }

  async function quiet() {
    while (asked.size > 0 || performance.now() - last < QUIET) await page.waitForTimeout(QUIET)
  }
}
