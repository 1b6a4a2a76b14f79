/** What a deck's page loads, written into the site: the deck's own files, remote pictures, themes, the page's script. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { ASSET_TYPES } from '../deck/asset-types.ts'
import type { Deck } from '../deck/deck.ts'
import { pathFrom, remoteName } from '../deck/render/addresses.ts'
import { type Place, servedFile } from '../deck/source/disk.ts'
import { highlightTheme, revealTheme } from '../deck/source/themes.ts'
import { KATEX, MATHS_FONT, REMOTE_IMPORT, withoutOldForms } from '../http/themes.ts'
import type { RemotePictures } from '../pictures/remote-pictures.ts'

/** With the folders above it. Modes are the user's own, whatever those of the file that it comes from: the site is public. */
export async function write(file: string, content: string | Buffer): Promise<void> {
  await makeFolder(dirname(file))
  await writeFile(file, content)
}

/** `recursive` would try for ever where nothing can be made, such as in /proc, and would not name what is in the way. */
async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined)
  if (there?.isDirectory()) return
  if (!there) await makeFolder(dirname(folder))
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error
  })
}

/** Sheets of the deck's themes; resolves to their paths in the folder. */
export async function writeThemes(deck: Deck, folder: string): Promise<string[]> {
  const named = [
    { kind: 'reveal', name: deck.theme, file: deck.theme && revealTheme(deck.theme) },
    { kind: 'highlight', name: deck.highlightTheme, file: highlightTheme(deck.highlightTheme) },
  ]
  const written: string[] = []
  for (const { kind, name, file } of named) {
    if (!file) continue
    const path = `${kind}-${name.replaceAll('/', '-')}.css`
    await write(join(folder, path), (await readFile(file, 'utf8')).replace(REMOTE_IMPORT, ''))
    written.push(path)
  }
  return deck.maths ? [...written, await writeMaths(folder)] : written
}

async function writeMaths(folder: string): Promise<string> {
  const fonts = join(dirname(KATEX), 'fonts')
  await write(join(folder, 'katex', 'katex.css'), withoutOldForms(await readFile(KATEX, 'utf8')))
  for (const name of await readdir(fonts)) {
    if (MATHS_FONT.test(name)) await write(join(folder, 'katex', 'fonts', name), await readFile(join(fonts, name)))
  }
  return 'katex/katex.css'
}

/** The deck's own sheets, as they apply to the deck alone; resolves to their paths. */
export async function writeSheets(deck: Deck, folder: string, { within }: Place): Promise<string[]> {
  const sheets = deck.css.map(({ path, text }) => ({ path: pathFrom(path, within), text }))
  for (const { path, text } of sheets) await write(join(folder, path), text)
  return sheets.map(({ path }) => path)
}

/**
 * The files and remote pictures named; what cannot be had, or is of no type that a deck may show, is left out.
 * Resolves to the name of each remote picture → its name with an extension, by which a browser knows a file's type, and to
 * those that cannot be had; of files that are missing the deck's own mistakes tell.
 */
export async function writeAssets(
  names: Set<string>,
  { folder, within, to, remote }: Place & { to: string; remote: RemotePictures },
): Promise<{ renamed: Map<string, string>; lost: string[] }> {
  const renamed = new Map<string, string>()
  const lost: string[] = []
  for (const name of names) {
    if (/^https?:/i.test(name)) {
      const image = await remote.get(name)
      if (!image) lost.push(name)
      if (!image) continue
      const path = remoteName(name) + extname(image.file)
      await write(join(to, 'remote', path), await readFile(image.file))
      renamed.set(remoteName(name), path)
      continue
    }
    const file = ASSET_TYPES[extname(name).toLowerCase()] ? await servedFile(folder, name) : undefined
    if (file) await write(join(to, pathFrom(name, within)), await readFile(file))
  }
  return { renamed, lost }
}
