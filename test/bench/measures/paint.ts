/** A student's first visit with a slow phone on slow 4G, and a slide change there, beside reveal-md's page of the same deck. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { DeckView } from '../../../server/wire/deck-view.ts'
import { connect } from '../../support/amphi.ts'
import { startAmphi } from '../processes/processes.ts'
import { REVEAL_MD, startRevealMd } from '../processes/revealmd.ts'
import type { Bench, Scale } from '../scenarios.ts'
import { median, type Row } from '../table.ts'
import { type Visit, visit, withoutInternet } from './phone.ts'

const root = join(import.meta.dirname, '../../..')
const SHARED = join(root, '../shared/decks/docker-2019.md')
const SAMPLE = join(root, 'slides/docker.md')
/** Half a minute each. */
const REFERENCE_VISITS = 1
/** Pictures from elsewhere; neither server is to fetch any. */
const REMOTE = /!\[[^\]]*\]\(https?:[^)]*\)/g

interface Measured {
  bytes: number
  firstPaint: number
  firstSlide: number
  change: number
}

interface Place {
  h: number
  v: number
}

interface Told {
  measured: Measured
  places: Place[]
}

export async function measurePaint(bench: Bench): Promise<Row[]> {
  const browser = await withoutInternet()
  // A page that never comes would be waited for.
  bench.stop.addEventListener('abort', () => void browser.close())
  try {
    const rows: Row[] = []
    for (const [index, deck] of decks(bench.scale).entries()) {
      const folder = join(bench.folder, String(index))
      const local = await localCopy(deck, join(folder, 'deck'))
      const { measured, places } = await ofAmphi(browser, local, join(folder, 'data'), bench)
      const theirs =
        index === 0 && bench.scale.compared ? await ofRevealMd(browser, local, places, bench.stop) : undefined
      rows.push(...rowsOf(basename(deck), measured, theirs))
    }
    return rows
  } finally {
    await browser.close()
  }
}

const decks = ({ compared }: Scale) =>
  [SHARED, SAMPLE].filter(deck => existsSync(deck) && (compared || deck === SAMPLE))

function rowsOf(deck: string, ours: Measured, theirs: Measured | undefined): Row[] {
  const row = (what: string, unit: Row['unit'], value: (measured: Measured) => number, most?: number): Row => ({
    what: `${deck}: ${what}${theirs ? ` (${REVEAL_MD})` : ''}`,
    unit,
    ours: value(ours),
    ...(theirs && { reference: value(theirs) }),
    ...(most !== undefined && { most }),
  })
  return [
    row('student’s page before pictures', 'kB', ({ bytes }) => bytes / 1_000, 90),
    row('first paint', 'ms', ({ firstPaint }) => firstPaint, 1_000),
    row('first slide', 'ms', ({ firstSlide }) => firstSlide),
    row('main thread for a slide change', 'ms', ({ change }) => change, 50),
  ]
}

async function ofAmphi(browser: Browser, deck: string, data: string, { scale, flags, stop }: Bench): Promise<Told> {
  const { origin, code, key } = await startAmphi({ deck, data, flags }, stop)
  const response = await fetch(`${origin}/api/lessons/${code}/deck`, { headers: { Authorization: `Bearer ${key}` } })
  const { slides }: DeckView = await response.json()
  const places = slides.flatMap((stack, h) => stack.map((_, v) => ({ h, v }))).slice(1, 1 + scale.turns)
  const presenter = await connect(origin, code, 'presenter', key)
  const measured = await visits(browser, `${origin}/${code}`, scale.visits, places, async (_page, place) => {
    await presenter.send({ type: 'move', ...place, f: -1 })
  })
  presenter.close()
  return { measured, places }
}

async function ofRevealMd(browser: Browser, deck: string, places: Place[], stop: AbortSignal) {
  const server = await startRevealMd(deck, stop)
  if (!server) {
    process.stdout.write(`${REVEAL_MD}: skipped, it cannot be had.\n`)
    return undefined
  }
  try {
    return await visits(browser, server.url, REFERENCE_VISITS, places, (page, { h, v }) =>
      page.evaluate(`Reveal.slide(${h}, ${v}), 0`),
    )
  } finally {
    await server.end()
  }
}

/** Medians of several visitors, the last of whom goes on to all the places. */
async function visits(
  browser: Browser,
  url: string,
  count: number,
  places: Place[],
  go: (page: Page, to: Place) => Promise<void>,
): Promise<Measured> {
  const all: Visit[] = []
  const changes: (number | never[])[] = []
  for (let number = 1; number <= count; number++) {
    const one = await visit(browser, url)
    all.push(one)
    if (number === count) for (const place of places) changes.push((await one.work(() => go(one.page, place))) ?? [])
    await one.page.context().close()
  }
  return {
    bytes: median(all.map(({ bytes }) => bytes)),
    firstPaint: median(all.map(({ firstPaint }) => firstPaint)),
    firstSlide: median(all.map(({ firstSlide }) => firstSlide)),
    change: median(changes.flat()),
  }
}

async function localCopy(deck: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const images = join(dirname(deck), 'img')
  if (existsSync(images)) await cp(images, join(folder, 'img'), { recursive: true })
  const copy = join(folder, basename(deck))
  await writeFile(copy, (await readFile(deck, 'utf8')).replace(REMOTE, ''))
  return copy
}
