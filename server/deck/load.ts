/** A deck from its file: the only place that reads the disk for a deck. */
import { open, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Deck, DeckError, error, type Mistake, type Slide, warning } from './deck.ts'
import { type ParseOptions, parse } from './parse.ts'

/** Largest deck file, in bytes. */
export const MAX_DECK = 10_000_000

/** Throws a `DeckError` when the file cannot be read or presented. Files that the deck names and lacks are warnings. */
export async function load(file: string, options: Omit<ParseOptions, 'file'>): Promise<Deck> {
  const text = await read(file)
  const deck = parse(text, { ...options, file: basename(file) })
  const missing = await lacking(deck, dirname(resolve(file)), text.split(/\r\n|\r|\n/))
  return { ...deck, mistakes: [...deck.mistakes, ...missing].sort((a, b) => a.line - b.line) }
}

async function read(file: string): Promise<string> {
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

async function lacking(deck: Deck, folder: string, lines: string[]): Promise<Mistake[]> {
  const all = deck.slides.flat()
  const named = all.flatMap((slide, index) => {
    const end = all[index + 1]?.line ?? lines.length + 1
    return local(slide).map(path => ({ path, line: lineOf(path, slide.line, end, lines) }))
  })
  const checked = await Promise.all(
    named.map(async entry => ({ ...entry, exists: await isFile(join(folder, entry.path)) })),
  )
  return checked
    .filter(({ exists }) => !exists)
    .map(({ path, line }) => warning(line, `there is no file ${path}; check its name, or copy it beside the deck`))
}

function local({ assets, notesAssets, question }: Slide) {
  const names = new Set([...assets.flat(), ...(notesAssets ?? []), ...(question?.assets ?? [])])
  return [...names].filter(name => !/^https?:/i.test(name))
}

/** The first line of the slide on which the path, or at least the file's name, is written. */
function lineOf(path: string, start: number, end: number, lines: string[]) {
  const own = lines.slice(start - 1, end - 1)
  const spellings = [path, encodeURI(path), basename(path), encodeURIComponent(basename(path))]
  const found = spellings.map(spelling => own.findIndex(line => line.includes(spelling))).find(index => index >= 0)
  return start + (found ?? 0)
}

const isFile = (file: string) =>
  stat(file).then(
    found => found.isFile(),
    () => false,
  )
