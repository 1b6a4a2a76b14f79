/** `amphi deck.md`: starts a lesson, prints its addresses, and stops it again. */
import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import open from 'open'
import type { Logger } from 'pino'
import { createHosts, isOwnName } from '../access/hosts.ts'
import { createKeys, readSecret } from '../access/keys.ts'
import { createLinks } from '../access/links.ts'
import { type App, createApp } from '../app.ts'
import { type PresentConfig, UsageError } from '../config/config.ts'
import { DeckError, type Mistake } from '../deck/mistake.ts'
import { placeOf } from '../deck/source/disk.ts'
import { folderSource } from '../deck/source/folder.ts'
import { createReader, type Reader } from '../deck/source/reader.ts'
import { HTTP_OPTIONS, limitConnections } from '../door/connections.ts'
import { liveLesson, newCode, startLesson } from '../lessons/lesson-of-deck.ts'
import { createPastLessons } from '../lessons/past-lessons.ts'
import { createRegistry } from '../lessons/registry.ts'
import { createRemotePictures } from '../pictures/remote-pictures.ts'
import { mistakeLine } from './check/check.ts'
import { PresentError } from './errors.ts'
import { decksIn } from './folder/decks.ts'
import { openLessonLog, tellDamaged } from './lesson-log.ts'
import { pageSource } from './pages.ts'
import { resumedNote, welcome } from './welcome.ts'

export interface Terminal {
  /** Standard output: the welcome, or the one line of `--json`. */
  out: (text: string) => void
  /** Notes on standard error. */
  note: (text: string) => void
  logger: Logger
  /** Opens a page; in the default browser when left out. */
  open?: (address: string) => unknown
}

/**
 * @param root folder of Amphi's package.json
 * @param reader closed with everything else
 * @returns a function that stops it
 * @throws {UsageError | PresentError | LogError} with a message for the user
 */
export async function present(
  config: PresentConfig,
  root: string,
  terminal: Terminal,
  reader: Reader = createReader(),
): Promise<() => Promise<void>> {
  await using parts = new AsyncDisposableStack()
  parts.defer(() => reader.close())
  const onError = (error: unknown) => terminal.logger.error(error)
  const started = performance.timeOrigin
  // Monotonic: setting the system clock during a lesson must not move deadlines.
  const now = () => Math.round(started + performance.now())

  const { file, folder } = deckPlace(config)
  const keys = createKeys(dataFolder(config.dataFolder))
  const log = parts.adopt(openLessonLog({ config, note: terminal.note, onError }), it => it.close())
  const resumed = config.fresh ? undefined : await liveLesson(log, file)
  await tellDamaged(log, terminal.note)
  const code = resumed ?? (await newCode(log, below => randomInt(below)))
  const source = folderSource({
    file,
    options: {
      assets: `/${code}/assets/`,
      seed: keys.seed(code),
      flags: config.flags,
      folder,
      versions: true,
      runScripts: config.scripts,
    },
    reader,
    watched: config.watch,
    onError,
  })
  const deck = await source.read().catch(refusal(file, config.flags.lang))
  const lessons = parts.adopt(createRegistry({ log, now, onError }), it => it.close())
  const tell = (mistakes: Mistake[]) => {
    const { lang } = lessons.find(code)?.room.deck ?? deck
    for (const mistake of mistakes) terminal.note(mistakeLine(file, mistake, lang))
  }
  const enter = () => lessons.open({ code, deck, source, tell })
  if (resumed !== undefined) await enter()

  const http = createServer(HTTP_OPTIONS)
  const pages = await pageSource({ root, http, development: config.development, say: terminal.note })
  const tag = deck.lang.slice(0, 2).toLowerCase()
  if (tag && pages.languages.length > 0 && !pages.languages.includes(tag))
    terminal.note(`The pages do not speak ${deck.lang}: each follows its browser.`)
  const remote = parts.adopt(createRemotePictures({ folder: join(config.dataFolder, 'images') }), it => it.close())
  let links = createLinks({ port: config.port, host: config.host, publicUrl: config.publicUrl })
  const app = parts.adopt(
    createApp({
      http,
      lessons,
      past: createPastLessons(log, now),
      log,
      keys,
      hosts: createHosts(config.publicUrl),
      links: () => links,
      remote,
      dataFolder: config.dataFolder,
      pages,
      secure: config.publicUrl?.startsWith('https:') ?? false,
      now,
      onError,
    }),
    it => it.close(),
  )
  const port = await listen(app, config)
  limitConnections({ http, descriptors: descriptors(), tell: terminal.note, now })
  links = createLinks({ port, host: config.host, publicUrl: config.publicUrl })
  if (resumed === undefined) {
    // A lesson starts only once it can be served; until then nobody knows its code.
    await startLesson(log, { code, deck: file }, deck, now())
    await enter()
  }

  const key = keys.presenter(code)
  const facts = {
    code,
    title: deck.title,
    join: links.join(code),
    present: `${links.own}/${code}/present#key=${key}`,
    screen: `${links.origin}/${code}/screen#key=${keys.screen(code)}`,
    key,
    pid: process.pid,
  }
  if (config.json && resumed !== undefined) terminal.note(resumedNote(deck, code))
  if (config.json) terminal.out(JSON.stringify(facts))
  else {
    const teach = isOwnName(new URL(links.own).hostname) && { lessons: `${links.own}/teach` }
    terminal.out(await welcome({ ...facts, ...teach }, deck, links, resumed !== undefined))
  }
  tell(deck.mistakes)
  if (config.openBrowser) Promise.resolve((terminal.open ?? open)(facts.present)).catch(onError)

  const running = parts.move()
  return () => running.disposeAsync()
}

/** How many files and connections this process may have open: Node raises its limit to the user's maximum. */
function descriptors(): number | undefined {
  // Otherwise the report looks up the host name of every address. Node's types lack this property.
  Reflect.set(process.report, 'excludeNetwork', true)
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | 'unlimited' } } }
  const limit = userLimits?.open_files?.soft
  return typeof limit === 'number' ? limit : undefined
}

/** Turns the mistakes of an unreadable deck into a usage error. */
const refusal = (file: string, lang: string | undefined) => (error: unknown) => {
  if (!(error instanceof DeckError)) throw error
  throw new UsageError(error.mistakes.map(mistake => mistakeLine(file, mistake, lang)).join('\n'))
}

/** Real paths, so that a lesson is found again however its file is named. */
function deckPlace({ deck: name, folder }: PresentConfig): { file: string; folder: string } {
  const path = realPath(name)
  const served = folder === undefined ? undefined : realPath(folder)
  if (!statSync(path).isDirectory()) return { file: path, folder: placeOf(path, served).folder }
  const all = decksIn(path)
  const top = all.filter(deck => !deck.includes('/'))
  const decks = top.length > 0 ? top : all
  const [only, another] = decks
  if (only === undefined) throw new UsageError(`${name}: no deck in this folder; write: amphi deck.md`)
  if (another !== undefined)
    throw new UsageError(`${name}: several decks (${decks.join(', ')}); write: amphi ${join(name, only)}`)
  const file = realPath(join(path, only))
  return { file, folder: placeOf(file, path).folder }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    throw new UsageError(`${path}: no such file; write: amphi deck.md`)
  }
}

function dataFolder(folder: string): Buffer {
  try {
    makeFolder(resolve(folder))
    return readSecret(folder, randomBytes)
  } catch (error) {
    throw new PresentError(
      `${folder}: lessons cannot be kept here (${(error as Error).message}); choose another folder with --data DIR`,
    )
  }
}

/** Creates parent folders too; mkdir's `recursive` would loop forever where nothing can be created, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

async function listen(app: App, { port, host }: PresentConfig): Promise<number> {
  try {
    return await app.listen(port, host)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new PresentError(`port ${port} is in use; choose another with --port, or any free one with --port 0`)
    if (code === 'EACCES')
      throw new PresentError(`port ${port} is not allowed for this user; choose one above 1023 with --port`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new PresentError(
        `--host ${host}: this machine does not have that address; leave --host out to listen on all`,
      )
    throw error
  }
}
