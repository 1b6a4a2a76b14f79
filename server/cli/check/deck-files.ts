/** What `amphi check` reports besides mistakes: unreachable pictures, and files that no slide uses. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, relative, sep } from 'node:path'
import { type Deck, filesOf } from '../../deck/deck.ts'
import { type Mistake, warning } from '../../deck/mistake.ts'
import { createRemotePictures } from '../../pictures/remote-pictures.ts'

/** Files that a slide can show; any others in the folder are ignored. */
const SHOWN = /^\.(?:avif|gif|jpe?g|png|svg|webp|mp3|ogg|wav|mp4|webm)$/i
const DECK = /\.(?:md|markdown)$/i
/** With more files than this, as in a home folder, a list would help nobody. */
const MOST_FILES = 10_000

/** Fetches each remote picture of the deck once. */
export async function unreachablePictures(deck: Deck): Promise<Mistake[]> {
  const folder = await mkdtemp(join(tmpdir(), 'amphi-check-'))
  const remote = createRemotePictures({ folder })
  try {
    const named = deck.slides.flat().flatMap(slide =>
      filesOf(slide)
        .filter(file => /^https?:/i.test(file))
        .map(url => ({ url, line: slide.line })),
    )
    const found = await Promise.all(named.map(async entry => ({ ...entry, image: await remote.get(entry.url) })))
    return found
      .filter(({ image }) => !image)
      .map(({ url, line }) =>
        warning(line, `${url} cannot be had; check the address, or copy the picture beside the deck`),
      )
  } finally {
    await remote.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Paths of media in the deck's folder that it does not use; empty when another deck there may use them. */
export async function unusedFiles(deck: Deck, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .filter(path => !path.split('/').some(part => part.startsWith('.') || part === 'node_modules'))
  if (files.length > MOST_FILES || files.filter(path => DECK.test(path)).length > 1) return []
  const named = new Set([...deck.slides.flat().flatMap(filesOf), ...deck.css.flatMap(({ assets }) => assets)])
  return files.filter(path => SHOWN.test(extname(path)) && !named.has(path)).sort()
}
