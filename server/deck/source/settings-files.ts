/** What lies beside decks for all of them: reveal-md's own settings, and reveal.js' configuration, written in JSON5. */
import { basename, join, posix } from 'node:path'
import JSON5 from 'json5'
import { type Mistake, warning } from '../mistake.ts'
import { type DeckPlace, fileInFolder, readText } from './disk.ts'
import { type Layer, readSettings } from './settings.ts'
import { isMapping } from './yaml.ts'

/** In reveal-md's order: of each kind the first one that is there counts, and no other. */
const OWN = ['reveal-md.json5', 'reveal-md.json']
const REVEAL = ['reveal.json5', 'reveal.json']

/** The deck's folder, and those above it up to the one that is served, as paths in that. */
function foldersOf({ within }: DeckPlace): string[] {
  const steps = within.split('/').filter(Boolean)
  return [...steps.keys(), steps.length].map(length => steps.slice(0, length).join('/')).reverse()
}

/** Every file that could hold settings of a deck, so that one is noticed when it comes. */
export const settingsFiles = (place: DeckPlace): string[] =>
  foldersOf(place).flatMap(path => [...OWN, ...REVEAL].map(name => join(place.folder, path, name)))

/** The settings nearest to the deck. */
export async function settingsBeside(place: DeckPlace): Promise<Layer & { mistakes: Mistake[] }> {
  const [own, reveal] = await Promise.all([OWN, REVEAL].map(names => nearest(place, names)))
  const { settings, mistakes } = readSettings(own?.value ?? {}, () => 1)
  const { revealOptions } = own?.value ?? {}
  return {
    settings,
    options: { ...reveal?.value, ...(isMapping(revealOptions) && revealOptions) },
    mistakes: [...(own?.mistakes ?? []), ...(reveal?.mistakes ?? []), ...mistakes],
  }
}

async function nearest(place: DeckPlace, names: string[]) {
  for (const path of foldersOf(place)) {
    for (const name of names) {
      const file = await fileInFolder(place.folder, posix.join(path, name))
      if (file) return readJson(file)
    }
  }
  return undefined
}

async function readJson(file: string): Promise<{ value: Record<string, unknown>; mistakes: Mistake[] }> {
  try {
    const value: unknown = JSON5.parse(await readText(file))
    if (!isMapping(value)) throw new Error('no object')
    return { value, mistakes: [] }
  } catch (cause) {
    const where = /\d+:\d+$/.exec(cause instanceof Error ? cause.message : '')?.[0]
    const message = `${basename(file)}${where ? `:${where}` : ''} is not valid JSON and is left out; write {"key": "value"}`
    return { value: {}, mistakes: [warning(1, message)] }
  }
}
