/** A deck's files on the disk: reading its text, and finding what it names; messages say what to do when that fails. */
import { open, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { DeckError, error } from '../mistake.ts'

/** Largest deck file, in bytes. */
const MAX_DECK = 10_000_000

/** A deck's text. Throws a `DeckError`. */
export async function readDeck(file: string): Promise<string> {
  const bytes = await content(file)
  if (bytes.length === 0) refuse(`${file} is empty; write a first slide, such as "# My class"`)
  if (bytes.includes(0)) refuse(`${file} is not a text; give a Markdown file, such as slides.md`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse(`${file} is not written in UTF-8; save it as UTF-8 in your editor`)
  }
}

async function content(file: string): Promise<Buffer> {
  try {
    const kind = await stat(file)
    if (kind.isDirectory()) return refuse(`${file} is a folder; give the Markdown file inside it`)
    if (!kind.isFile()) return refuse(`${file} is no ordinary file; give a Markdown file, such as slides.md`)
    if (kind.size > MAX_DECK) return refuse(tooLarge(file))
    await using handle = await open(file)
    return await handle.readFile()
  } catch (cause) {
    if (cause instanceof DeckError) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse(`there is no file ${file}; check the name and the folder`)
    if (code === 'EACCES' || code === 'EPERM') return refuse(`${file} may not be read; change its permissions`)
    return refuse(`${file} cannot be read (${String(code ?? cause)}); check the disk, or copy the file elsewhere`)
  }
}

const tooLarge = (file: string) => `${file} is larger than 10 MB; keep pictures in files beside the deck`

function refuse(message: string): never {
  throw new DeckError([error(1, message)])
}

/**
 * The real path of an ordinary file that a deck names, relative to its folder; undefined when there is none, or when it
 * lies elsewhere.
 */
export async function fileInFolder(folder: string, path: string): Promise<string | undefined> {
  const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]).catch(() => [])
  if (!root || !file?.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined
  const kind = await stat(file)
  return kind.isFile() && kind.size <= MAX_DECK ? file : undefined
}

/** Where a deck is in the folder whose files it may show. */
export interface DeckPlace {
  /** Absolute path of the folder that is served. */
  folder: string
  /** The deck's own folder, as a path in it, `/` separated; '' for that one itself. */
  within: string
}

/** @param served the folder that was named; the deck's own where it is left out, or does not hold the deck */
export function placeOf(file: string, served: string | undefined): DeckPlace {
  const own = dirname(resolve(file))
  const within = served === undefined ? '' : relative(served, own).split(sep).join('/')
  if (served === undefined || within.startsWith('..')) return { folder: own, within: '' }
  return { folder: resolve(served), within }
}

/**
 * A file that a deck names in its settings: beside the deck, or as reveal-md has it in the folder where all decks are.
 * `path` is relative to the folder that is served.
 */
export async function findNamed({ folder, within }: DeckPlace, name: string) {
  for (const path of new Set([posix.join(within, name), posix.join(name)])) {
    const file = path.startsWith('..') ? undefined : await fileInFolder(folder, path)
    if (file) return { file, path }
  }
  return undefined
}

/**
 * The real path of a file that pages ask for, relative to the folder; undefined when there is none, when anything on the
 * way is hidden, or when a link leads out.
 */
export async function servedFile(folder: string, path: string): Promise<string | undefined> {
  if (path.includes('\0') || path.includes('\\') || path.split('/').some(part => part === '' || part.startsWith('.')))
    return undefined
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, path))
    const hidden = file
      .slice(root.length)
      .split(sep)
      .some(part => part.startsWith('.'))
    const isFile = file.startsWith(root + sep) && !hidden && (await stat(file)).isFile()
    return isFile ? file : undefined
  } catch {
    return undefined
  }
}

/** A text without its byte order mark. */
export const readText = async (file: string) => (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')

export const isFile = (file: string) =>
  stat(file).then(
    found => found.isFile(),
    () => false,
  )
