/** Front matter: the YAML on top of a deck, checked key by key. */
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { DeckError, error, IDENTITIES, type Identity, type Mistake, warning } from '../deck.ts'

export interface Front {
  settings: Settings
  /** reveal.js configuration: plain JSON values only. */
  options: Record<string, unknown>
  identity?: Identity
  /** How many of the best are named. */
  ranking?: number
  /** All keys of the front matter, known or not. */
  keys: string[]
  /** What follows the front matter. */
  body: string
  /** Line of the file where the body begins, from 1. */
  line: number
  /** Line of a key of the front matter; 1 when it does not stand there. */
  lineOf: (key: string) => number
  mistakes: Mistake[]
}

export type Settings = Partial<Record<(typeof TEXTS)[number], string> & Record<(typeof LISTS)[number], string[]>>

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
const RANKINGS = ['top3', 'top10'] as const
/** Pandoc's decks end it with `...`, which ends a text of YAML in any case. */
const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** Throws a `DeckError` for YAML that is broken, is no mapping, or is built to do harm. */
export function front(source: string): Front {
  const text = source.replace(/^\uFEFF/, '')
  const [block, yaml = ''] = text.startsWith('---') ? (BLOCK.exec(text) ?? []) : []
  if (block === undefined || !text.startsWith(block)) {
    return { ...NOTHING, body: text, line: 1 }
  }
  if (isSlide(yaml)) return { ...NOTHING, ...opened(text) }
  const { value, lineOf } = read(yaml)
  const { settings, mistakes } = settingsOf(value, lineOf)
  const people = peopleOf(value, lineOf)
  const given = value.revealOptions ?? {}
  if (!isMapping(given)) {
    mistakes.push(
      warning(lineOf('revealOptions'), 'revealOptions is no mapping; write one indented "option: value" a line'),
    )
  }
  const { dependencies: _, plugins: __, ...options } = isMapping(given) ? given : {}
  return {
    settings,
    options,
    ...people.value,
    keys: Object.keys(value),
    body: text.slice(block.length),
    line: 1 + count(block),
    lineOf,
    mistakes: [...mistakes, ...people.mistakes],
  }
}

const NOTHING = { settings: {}, options: {}, keys: [], lineOf: () => 1, mistakes: [] }

/** Markdown between two `---`, which YAML would take for comments: a heading that is no `# key: value`, and no line that is a key. */
const isSlide = (yaml: string) => /^[ \t]*#{1,6}[ \t]+(?![\w-]+[ \t]*:)\S/m.test(yaml) && !/^[ \t]*[^\s#]/m.test(yaml)

/** A deck that begins with a separator. */
function opened(text: string) {
  const [first = ''] = /^---[ \t]*\r?\n/.exec(text) ?? []
  const message =
    'the deck begins with ---, as front matter does; the first slide is read all the same, but take this line away'
  return { body: text.slice(first.length), line: 2, mistakes: [warning(1, message)] }
}

/** How those who answer are known, and whether the best are named. */
function peopleOf({ identity, ranking }: Record<string, unknown>, lineOf: (key: string) => number) {
  const mistakes: Mistake[] = []
  const known = IDENTITIES.find(name => name === identity)
  if (isGiven(identity) && !known) {
    const message = `"${shown(identity)}" is no identity and is left out; write identity: anonymous, nickname or name`
    mistakes.push(warning(lineOf('identity'), message))
  }
  const best = RANKINGS.find(name => name === ranking)
  if (isGiven(ranking) && !best) {
    const message = `"${shown(ranking)}" is no ranking and none is shown; write ranking: top3 or top10, or leave it out`
    mistakes.push(warning(lineOf('ranking'), message))
  }
  const value = { ...(known && { identity: known }), ...(best && { ranking: Number(best.slice(3)) }) }
  return { value, mistakes }
}

const isGiven = (entry: unknown) => entry !== undefined && entry !== null
const shown = (entry: unknown) => (typeof entry === 'object' ? JSON.stringify(entry) : String(entry)).slice(0, 60)

/** The keys of reveal-md, from front matter or from a `reveal-md.json`. */
export function settingsOf(value: Record<string, unknown>, lineOf: (key: string) => number) {
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
    else mistakes.push(warning(lineOf('lang'), `"${shown(lang)}" is no language tag and is left out; write lang: en`))
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

/** Line breaks in a text. */
export const count = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0

/**
 * The parser that reveal-md reads with lets a quoted text go on at the margin, where YAML wants it indented. How far
 * makes no difference to the text.
 */
const indented = (yaml: string) =>
  yaml.replace(QUOTED, (all: string, indent: string) => all.replace(/\n[ \t]*(?=\S)/g, `\n${indent} `))

const QUOTED = /^([ \t]*)[^\s#"'][^\n:"']*:[ \t]+(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/gms

function read(written: string) {
  const yaml = indented(written)
  const counter = new LineCounter()
  const document = (() => {
    try {
      return parseDocument(yaml, { lineCounter: counter, logLevel: 'silent' })
    } catch {
      throw new DeckError([error(1, 'the front matter cannot be read; write one "key: value" a line')])
    }
  })()
  if (document.errors.length > 0) {
    throw new DeckError(
      document.errors.map(({ message, linePos }) =>
        error(
          1 + (linePos?.[0].line ?? 0),
          `the front matter is not valid YAML: ${sentence(message)}; write "key: value", with quotes around values that hold : or #`,
        ),
      ),
    )
  }
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document)) return
    const line = 1 + counter.linePos(node.range?.[0] ?? 0).line
    const message = `*${node.source} means something else in YAML; put quotes around a value that begins with *`
    throw new DeckError([error(line, message)])
  })
  const value = (() => {
    try {
      return plain(document.toJS({ maxAliasCount: 50 }) ?? {})
    } catch {
      const message = 'the front matter is nested too deeply or repeats itself through aliases; write the values out'
      throw new DeckError([error(1, message)])
    }
  })()
  if (!isMapping(value)) {
    throw new DeckError([
      error(
        2,
        'the front matter is not a list of keys; write one "key: value" a line, or take the --- above away where the first slide begins',
      ),
    ])
  }
  const lineOf = (key: string) => {
    const pair = isMap(document.contents)
      ? document.contents.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined
    const offset = isScalar(pair?.key) ? pair.key.range?.[0] : undefined
    return offset === undefined ? 1 : 1 + counter.linePos(offset).line
  }
  if (poisoned(value)) {
    throw new DeckError([error(lineOf('__proto__'), 'the key __proto__ is not allowed; remove it')])
  }
  return { value, lineOf }
}

const sentence = (message: string) => message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function poisoned(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(poisoned)
}

/** JSON values only, and no structure that holds itself. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
