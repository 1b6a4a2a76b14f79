/** What a deck may set, key by key: in its front matter, in a file beside it, or on the command line. */
import { type Mistake, warning } from '../mistake.ts'

const TEXTS = [
  'title',
  'theme',
  'highlightTheme',
  'separator',
  'verticalSeparator',
  'notesSeparator',
  'preprocessor',
  'lang',
] as const
const LISTS = ['css', 'scripts'] as const

export type Settings = Partial<Record<(typeof TEXTS)[number], string> & Record<(typeof LISTS)[number], string[]>>

/** What one place sets, such as the front matter, or the files beside the deck. */
export interface Layer {
  settings: Settings
  /** reveal.js configuration: plain JSON values only. */
  options: Record<string, unknown>
}

/** The keys of reveal-md, from front matter or from a `reveal-md.json`. */
export function readSettings(value: Record<string, unknown>, lineOf: (key: string) => number) {
  const mistakes: Mistake[] = []
  const settings: Settings = {}
  for (const key of TEXTS) {
    const entry = value[key]
    if (entry === undefined || entry === null) continue
    if (typeof entry === 'string' || typeof entry === 'number') settings[key] = String(entry)
    else mistakes.push(warning(lineOf(key), `${key} is not a text and is left out; write ${key}: some text`))
  }
  const { lang } = settings
  if (lang !== undefined) {
    delete settings.lang
    const known = languageTag(lang)
    if (known !== undefined) settings.lang = known
    else
      mistakes.push(
        warning(lineOf('lang'), `"${lang.slice(0, 60)}" is no language tag and is left out; write lang: en`),
      )
  }
  for (const key of LISTS) {
    const entry = value[key]
    if (entry === undefined || entry === null) continue
    const list = typeof entry === 'string' ? entry.split(',') : entry
    if (Array.isArray(list) && list.every(item => typeof item === 'string'))
      settings[key] = list.map(item => item.trim()).filter(Boolean)
    else
      mistakes.push(warning(lineOf(key), `${key} is no list of files and is left out; write ${key}: one.file,two.file`))
  }
  return { settings, mistakes }
}

/** As BCP 47 spells it, also for `de_DE`; undefined for what `Intl` would throw at. */
function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
