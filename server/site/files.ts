/** Writes what a deck's page loads into the site: the deck's files, remote pictures, themes. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { ASSET_TYPES } from '../deck/asset-types.ts'
import type { Deck } from '../deck/deck.ts'
import { pathFrom, remoteName } from '../deck/render/addresses.ts'
import { type DeckPlace, servedFile } from '../deck/source/disk.ts'
import { highlightTheme, revealTheme } from '../deck/source/themes.ts'
import { KATEX, MATHS_FONT, REMOTE_IMPORT, withoutOldForms } from '../http/themes.ts'
import type { RemotePictures } from '../pictures/remote-pictures.ts'

/** Creates parent folders too. File modes are the user's default, not those of the source, since the site is public. */
export async function write(file: string, content: string | Buffer): Promise<void> {
  await makeFolder(dirname(file))
  await writeFile(file, content)
}

/** mkdir's `recursive` would loop forever where nothing can be created, as in /proc, and would not name what is in the way. */
async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined)
  if (there?.isDirectory()) return
  if (!there) await makeFolder(dirname(folder))
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have created it meanwhile.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error
  })
}

/** Writes the sheets of the deck's themes; resolves to their paths in the folder. */
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

/** Writes the deck's own sheets, scoped to the deck; resolves to their paths. */
export async function writeSheets(deck: Deck, folder: string, { within }: DeckPlace): Promise<string[]> {
  const sheets = deck.css.map(({ path, text }) => ({ path: pathFrom(path, within), text }))
  for (const { path, text } of sheets) await write(join(folder, path), text)
  return sheets.map(({ path }) => path)
}

/**
 * Writes the named files and remote pictures, except those that are unreachable or of a type that decks may not show.
 * Resolves to new names of remote pictures, which get the extension that browsers need, and to the unreachable ones.
 * Missing files are already among the deck's mistakes.
 */
export async function writeAssets(
  names: Set<string>,
  { folder, within, to, remote }: DeckPlace & { to: string; remote: RemotePictures },
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
