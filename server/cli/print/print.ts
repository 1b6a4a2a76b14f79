/** `amphi deck.md --print`: an installed browser prints the site that `--static` writes. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import sirv from 'sirv'
import type { PrintConfig } from '../../config/config.ts'
import { placeOf } from '../../deck/source/disk.ts'
import { write } from '../../site/files.ts'
import { writeDeck } from '../../site/site.ts'
import { mistakeLine } from '../check/check.ts'
import { ExportError } from '../errors.ts'
import { decksOf, type ExportTerminal, inTheWay, withSite } from '../static.ts'
import { type Call, findBrowser, withPage } from './browser.ts'
import { type Paper, paper } from './paper.ts'

/** Ms until a deck must be drawn. */
const PATIENCE = 120_000

const NO_BROWSER =
  'a PDF needs Chromium or Google Chrome: install one (on Debian and Ubuntu: apt install chromium), or name it in CHROME_PATH'

/** Resolves once the page reports that everything is drawn. */
const DRAWN = `new Promise(resolve => {
  const root = document.documentElement
  const look = () => root.dataset.drawn && resolve()
  new MutationObserver(look).observe(root, { attributes: true })
  look()
})`

/**
 * Resolves to the exit code.
 * @param root folder of Amphi's package.json
 * @throws {ExportError | UsageError}
 */
export async function print(config: PrintConfig, root: string, { out, note }: ExportTerminal): Promise<number> {
  const { from, decks } = decksOf(config.deck)
  const [deck = '', another] = decks
  if (another !== undefined)
    throw new ExportError(`${config.deck}: several decks; write: amphi ${join(config.deck, deck)} --print`)
  paper(config.size, {})
  const browser = config.browser ?? findBrowser()
  if (browser === undefined) throw new ExportError(NO_BROWSER)
  const file = pdf(config.file || basename(deck).replace(/\.\w+$/, ''))
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  try {
    const { slides, bytes } = await withSite(config, root, note, async (read, parts) => {
      const content = await read(join(from, deck), from)
      const sheet = paper(config.size, content.options)
      const site = join(folder, 'site')
      const whole = { ...parts, folder: site, options: sheet.options }
      const lost = await writeDeck(content, placeOf(join(from, deck), from), ['index.html'], whole)
      for (const mistake of lost) note(mistakeLine(join(from, deck), mistake, content.lang))
      const draw = (url: string) =>
        withPage({ browser, profile: join(folder, 'profile'), url }, call => printed(call, sheet))
      return { slides: content.slides.flat().length, bytes: await onLoopback(site, draw).catch(broken(browser)) }
    })
    await write(resolve(file), bytes).catch(inTheWay(file))
    out(`${relative('.', resolve(file))}: ${slides} ${slides === 1 ? 'slide' : 'slides'} printed`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const pdf = (name: string) => (/\.pdf$/i.test(name) ? name : `${name}.pdf`)

const broken = (browser: string) => (error: unknown) => {
  throw new ExportError(
    `${browser} could not print the deck (${(error as Error).message}); name another in CHROME_PATH`,
  )
}

async function printed(call: Call, { page, zoom }: Paper): Promise<Buffer> {
  const { exceptionDetails } = await call('Runtime.evaluate', {
    expression: `Promise.race([${DRAWN}, new Promise((_, fail) => setTimeout(fail, ${PATIENCE}))])`,
    awaitPromise: true,
  })
  if (exceptionDetails) throw new Error(`the deck was not drawn in ${PATIENCE / 1_000} s`)
  // Chromium shrinks pages to fit the paper but never enlarges them, and reveal.js does not know the paper.
  const sheet = `@page { size: ${page.width}px ${page.height}px } html { zoom: ${zoom} }`
  await call('Runtime.evaluate', {
    expression: `document.head.append(Object.assign(document.createElement('style'), { textContent: '${sheet}' }))`,
  })
  const { data } = await call('Page.printToPDF', { printBackground: true, preferCSSPageSize: true })
  return Buffer.from(String(data), 'base64')
}

/** Serves the files over HTTP, since a sandboxed browser (Snap) cannot read them; the address is secret. */
async function onLoopback<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const secret = `/${randomUUID()}/`
  const serve = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(secret)) return void response.writeHead(404).end()
    request.url = request.url.slice(secret.length - 1)
    serve(request, response, () => void response.writeHead(404).end())
  })
  await new Promise<void>((started, failed) => server.once('error', failed).listen(0, '127.0.0.1', started))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
