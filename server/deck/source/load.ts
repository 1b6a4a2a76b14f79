/** A deck from its file, with what lies beside it: settings, style sheets, a preprocessor. */

import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Deck, filesOf, type Sheet, type Slide } from '../deck.ts'
import { hints } from '../hints/hints.ts'
import { DeckError, error, type Mistake, warning } from '../mistake.ts'
import { type ParseOptions, parseSlides } from '../parse.ts'
import { hash } from '../slug.ts'
import { type DeckPlace, findNamed, isFile, placeOf, readDeck } from './disk.ts'
import { type Configured, configured, parseFrontMatter } from './front-matter.ts'
import { scopedSheet } from './scoped-css.ts'
import type { Settings } from './settings.ts'
import { settingsBeside } from './settings-files.ts'
import { isSheet } from './themes.ts'

export interface LoadOptions
  extends Omit<ParseOptions, 'file' | 'within' | 'versionOf' | 'defaults' | 'css' | 'ownTheme' | 'scripts'> {
  /** Absolute path of the folder whose files the deck may show; the deck's own unless said otherwise. */
  folder?: string
  /** Whether addresses tell a file's versions apart, for pages that stay open while it changes. */
  versions?: boolean
  /** Whether the deck's scripts may run. */
  runScripts?: boolean
  /** Whether hints are given too: what is lost without being a mistake. */
  hints?: boolean
}

/** Throws a `DeckError` when the file cannot be read or presented. Files that the deck names and lacks are warnings. */
export async function load(file: string, options: LoadOptions): Promise<Deck> {
  const place = placeOf(file, options.folder)
  const [text, defaults] = await Promise.all([readDeck(file), settingsBeside(place)])
  const own = configured(parseFrontMatter(text), defaults, options.flags)
  const { settings, lineOf } = own
  const body = settings.preprocessor ? await preprocess(settings.preprocessor, own, place) : own.body
  const css = await sheets(settings, place, lineOf)
  const scripts = await scriptsOf(settings, place, lineOf, options.runScripts ?? false)
  const deck = parseSlides(
    { ...own, body },
    {
      ...options,
      file: basename(file),
      within: place.within,
      ...(options.versions && { versionOf: path => versionOf(join(place.folder, path), options.seed) }),
      css: css.sheets,
      ownTheme: css.ownTheme,
      ...(options.runScripts && { scripts: scripts.texts }),
    },
  )
  const said = options.hints ? hints(own.head + body, own, settings, deck) : []
  const missing = await lacking(deck, place.folder, text.split(/\r\n|\r|\n/))
  return {
    ...deck,
    mistakes: [defaults.mistakes, css.mistakes, scripts.mistakes, deck.mistakes, missing, said]
      .flat()
      .sort((a, b) => a.line - b.line),
  }
}

/** As reveal-md does: the module's default function gets the Markdown without its front matter, and the settings. */
async function preprocess(name: string, { body, settings, lineOf }: Configured, place: DeckPlace): Promise<string> {
  const fail = (message: string): never => {
    throw new DeckError([error(lineOf('preprocessor'), message)])
  }
  const found = await findNamed(place, name)
  if (!found) return fail(`there is no preprocessor ${name} in the deck's folder; check the name, or copy it there`)
  try {
    // A file that was edited is another module.
    const { default: change } = await import(`${pathToFileURL(found.file)}?${Date.now()}`)
    const changed: unknown = await change(body, settings)
    if (typeof changed === 'string') return changed
  } catch (cause) {
    return fail(
      `the preprocessor ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}; correct it`,
    )
  }
  return fail(`the preprocessor ${name} gave no text; let it return the Markdown, or a promise of it`)
}

async function sheets({ css = [], theme }: Settings, place: DeckPlace, lineOf: (key: string) => number) {
  const wanted = [
    ...(theme && isSheet(theme) ? [{ path: theme, key: 'theme' }] : []),
    ...css.map(path => ({ path, key: 'css' })),
  ]
  const read = await Promise.all(
    wanted.map(async ({ path, key }): Promise<{ sheets: Sheet[]; mistakes: Mistake[]; key?: string }> => {
      const line = lineOf(key)
      const local = path.replace(/^\.?\//, '')
      const found = /^[a-z][a-z\d+.-]*:|^\/\//i.test(path) ? undefined : await findNamed(place, local)
      if (found) return { ...scopedSheet(found.path, await readFile(found.file, 'utf8'), line), key }
      if (key === 'theme') return { sheets: [], mistakes: [] }
      const message = `there is no style sheet ${path} in the deck's folder; check the name, or copy it there`
      return { sheets: [], mistakes: [warning(line, message)] }
    }),
  )
  return {
    sheets: read.flatMap(({ sheets }) => sheets),
    ownTheme: read.some(({ sheets, key }) => key === 'theme' && sheets.length > 0),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  }
}

async function scriptsOf({ scripts = [] }: Settings, place: DeckPlace, lineOf: (key: string) => number, run: boolean) {
  const line = lineOf('scripts')
  if (!run && scripts.length > 0) {
    const message = `the scripts ${scripts.join(', ')} are left out; with --unsafe-scripts they run, on the screen only`
    return { texts: [], mistakes: [warning(line, message)] }
  }
  const read = await Promise.all(
    scripts.map(async (path): Promise<{ texts: string[]; mistakes: Mistake[] }> => {
      const found = await findNamed(place, path)
      if (found) return { texts: [await readFile(found.file, 'utf8')], mistakes: [] }
      const message = `there is no script ${path} in the deck's folder; check the name, or copy it there`
      return { texts: [], mistakes: [warning(line, message)] }
    }),
  )
  return { texts: read.flatMap(({ texts }) => texts), mistakes: read.flatMap(({ mistakes }) => mistakes) }
}

/** Differs when the file has changed; a hash, so that pages learn neither its size nor its time. */
function versionOf(file: string, seed: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? hash(`${seed}\n${found.mtimeMs}\n${found.size}`) : undefined
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

const local = (slide: Slide) => filesOf(slide).filter(name => !/^(?:https?|diagram):/i.test(name))

/** The first line of the slide on which the path, or at least the file's name, is written. */
function lineOf(path: string, start: number, end: number, lines: string[]) {
  const own = lines.slice(start - 1, end - 1)
  const spellings = [path, encodeURI(path), basename(path), encodeURIComponent(basename(path))]
  const found = spellings.map(spelling => own.findIndex(line => line.includes(spelling))).find(index => index >= 0)
  return start + (found ?? 0)
}
