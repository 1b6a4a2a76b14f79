/** `amphi folder` with several decks: a page on this machine lists them, and the one picked is presented. */
import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import open from 'open'
import type { PresentConfig } from '../../config/config.ts'
import type { Reader } from '../../deck/source/reader.ts'
import { PresentError } from '../errors.ts'
import { builtSource } from '../pages.ts'
import { present, type Terminal } from '../present.ts'
import { decksIn } from './decks.ts'
import { type Listed, offer } from './offer.ts'

/**
 * Presents a deck or, with a folder and a browser to pick it in, the one picked from the folder's list.
 * @param reader closed with the lesson
 * @param leaving aborts the picking
 * @returns a function that stops it
 * @throws {PresentError | LogError}
 */
export async function presentPicked(
  config: PresentConfig,
  root: string,
  terminal: Terminal,
  leaving: AbortSignal,
  reader: Reader,
): Promise<() => Promise<void>> {
  // A program that reads one JSON line cannot pick.
  const decks = config.json && !config.openBrowser ? [] : several(config.deck)
  if (decks.length === 0) return present(config, root, terminal, reader)
  const listed = await titles(config, decks, reader, terminal.note)
  const count = listed.filter(({ problem }) => problem === undefined).length
  if (count === 0) throw new PresentError(`${config.deck}: no deck that can be presented`)
  const { address, picked, close } = await offer({
    title: basename(resolve(config.deck)),
    decks: listed,
    port: config.port,
    source: await builtSource(root, terminal.note),
  })
  leaving.addEventListener('abort', close)
  // With --json, standard output is reserved for the lesson's one line.
  const say = config.json ? terminal.note : terminal.out
  say(`${count} decks; pick the one to present: ${address}`)
  if (config.openBrowser) open(address).catch(error => terminal.logger.error(error))
  const choice = await picked
  if (!choice) return () => reader.close()
  // Whoever picked it expects the presenter page next, even if the browser was not opened by us.
  const chosen = { ...config, deck: join(config.deck, choice.path), folder: config.deck, openBrowser: true }
  try {
    return await present(chosen, root, { ...terminal, open: choice.go }, reader)
  } catch (error) {
    await choice.fail((error as Error).message)
    throw error
  }
}

/** The decks of a folder where more than one could be meant; empty otherwise. */
function several(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const decks = decksIn(folder)
  return decks.filter(path => !path.includes('/')).length === 1 || decks.length === 1 ? [] : decks
}

async function titles(
  { deck: folder, flags }: PresentConfig,
  decks: string[],
  reader: Reader,
  note: Terminal['note'],
): Promise<Listed[]> {
  const listed: Listed[] = []
  for (const path of decks) {
    try {
      const { title, slides } = await reader.read(join(folder, path), { assets: '/', seed: '', flags, folder })
      listed.push({ title, path, slides: slides.flat().length })
    } catch (error) {
      const problem = (error as Error).message
      note(`${join(folder, path)} cannot be presented: ${problem}`)
      listed.push({ title: path, path, slides: 0, problem })
    }
  }
  return listed
}
