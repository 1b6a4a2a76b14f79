/** `amphi deck.md --static`: writes a deck, or all decks of a folder, as a static site. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import type { ExportConfig } from '../config/config.ts'
import type { Deck } from '../deck/deck.ts'
import { DeckError } from '../deck/mistake.ts'
import { placeOf } from '../deck/source/disk.ts'
import { createReader, type Reader } from '../deck/source/reader.ts'
import { createRemotePictures } from '../pictures/remote-pictures.ts'
import { write } from '../site/files.ts'
import { listPage } from '../site/page.ts'
import { FILES, type SiteParts, writeDeck } from '../site/site.ts'
import { mistakeLine } from './check/check.ts'
import { ExportError } from './errors.ts'
import { decksIn } from './folder/decks.ts'
import { builtPages } from './pages.ts'

export interface ExportTerminal {
  out: (text: string) => void
  note: (text: string) => void
}

/**
 * Resolves to the exit code: 1 when a deck could not be read; the others are still written.
 * @param root folder of Amphi's package.json
 * @throws {ExportError}
 */
export async function writeStatic(
  config: ExportConfig & { folder: string },
  root: string,
  { out, note }: ExportTerminal,
): Promise<number> {
  const { from, decks } = decksOf(config.deck)
  const folder = resolve(config.folder)
  const written = await withSite(config, root, note, async (read, parts) => {
    const list: Written[] = []
    for (const path of decks) {
      const deck = await read(join(from, path), from).catch((error: unknown) => {
        if (decks.length === 1) throw error
        note(messageOf(error))
      })
      if (!deck) continue
      const name = decks.length > 1 && path === 'index.md' ? 'index-slides.html' : path.replace(/\.\w+$/, '.html')
      const names = decks.length === 1 ? [...new Set([basename(name), 'index.html'])] : [name]
      const place = placeOf(join(from, path), from)
      const lost = await writeDeck(deck, place, names, { ...parts, folder }).catch(inTheWay(config.folder))
      for (const mistake of lost) note(mistakeLine(join(from, path), mistake, deck.lang))
      list.push({ title: deck.title, address: encodeURI(name), slides: deck.slides.flat().length, lang: deck.lang })
    }
    return list
  })
  if (decks.length > 1)
    await write(join(folder, 'index.html'), listPage(basename(from), written, sharedLang(written))).catch(
      inTheWay(config.folder),
    )
  out(`${join(relative('.', folder) || '.', 'index.html')}: ${summaryOf(written)}`)
  return written.length === decks.length ? 0 : 1
}

interface Written {
  title: string
  address: string
  slides: number
  lang: string
}

/** The language of all decks; '' when they differ. */
function sharedLang([first, ...others]: Written[]): string {
  return first && others.every(({ lang }) => lang === first.lang) ? first.lang : ''
}

type Site = Omit<SiteParts, 'folder'>

/** Gives `work` a deck reader and what writing a site needs; both are closed afterwards. */
export async function withSite<T>(
  { flags, solutions }: ExportConfig,
  root: string,
  note: (text: string) => void,
  work: (read: (file: string, from: string) => Promise<Deck>, parts: Site) => Promise<T>,
): Promise<T> {
  const pages = await builtPages(root, note)
  const reader = createReader()
  const pictures = mkdtempSync(join(tmpdir(), 'amphi-'))
  const remote = createRemotePictures({ folder: pictures })
  const read = async (file: string, folder: string) => {
    const deck = await readDeck(reader, file, folder, flags)
    for (const mistake of deck.mistakes) note(mistakeLine(file, mistake, deck.lang))
    return deck
  }
  try {
    return await work(read, { pages, remote, solutions })
  } finally {
    await Promise.all([reader.close(), remote.close()])
    rmSync(pictures, { recursive: true, force: true })
  }
}

async function readDeck(reader: Reader, file: string, folder: string, flags: ExportConfig['flags']): Promise<Deck> {
  try {
    return await reader.read(file, { assets: FILES, alone: true, folder, seed: await seedOf(file), flags })
  } catch (error) {
    if (!(error instanceof DeckError)) throw error
    throw new ExportError(error.mistakes.map(mistake => mistakeLine(file, mistake, flags.lang)).join('\n'))
  }
}

/** The same text gives the same site; without the text nobody can work out how choices were shuffled. */
const seedOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file).catch(() => ''))
    .digest('hex')

/** The decks of a file or folder, as paths in `from`. */
export function decksOf(name: string): { from: string; decks: string[] } {
  const path = resolve(name)
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) throw new ExportError(`${name}: no such file; write: amphi deck.md --static`)
  if (!kind.isDirectory()) return { from: resolve(path, '..'), decks: [basename(path)] }
  const decks = decksIn(path)
  if (decks.length === 0) throw new ExportError(`${name}: no deck in this folder; write: amphi deck.md --static`)
  return { from: path, decks }
}

/** Turns a file system error into a message that names the folder. */
export const inTheWay = (folder: string) => (error: unknown) => {
  const { code, path } = error as NodeJS.ErrnoException
  if (!code) throw error
  const at = path ?? folder
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR')
    throw new ExportError(`${at} is in the way; move it, or write to another folder`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    throw new ExportError(`${at} may not be written; write to another folder`)
  throw new ExportError(`${at} cannot be written (${code}); write to another folder`)
}

const messageOf = (error: unknown) => {
  if (error instanceof ExportError) return error.message
  throw error
}

function summaryOf(written: Written[]): string {
  const slides = written.reduce((sum, deck) => sum + deck.slides, 0)
  const decks = written.length === 1 ? '' : `${written.length} decks, `
  return `${decks}${slides} ${slides === 1 ? 'slide' : 'slides'} written; it opens in a browser, from here or from any web host`
}
