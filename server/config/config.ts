/** Turns flags and environment into what to do. The only file that reads `process.env`. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { READABLE, type Readable, WRITABLE, type Writable } from '../exchange/question-item.ts'
import { readFlags, type Values } from './flags.ts'

export interface PresentConfig {
  command: 'present'
  /** A deck, or a folder with decks. */
  deck: string
  /** The folder whose files the deck may show, such as the one it was picked from; default: the deck's own. */
  folder?: string
  /** 0 takes any free port. */
  port: number
  /** Undefined: listen on every address. */
  host: string | undefined
  publicUrl: string | undefined
  dataFolder: string
  /** Start a new lesson even if one of this deck is live. */
  fresh: boolean
  /** Cut damaged lessons back to their last good save. */
  recover?: true
  json: boolean
  openBrowser: boolean
  /** They override the deck's front matter. */
  flags: DeckFlags
  /** Follow changes to the deck's file. */
  watch: boolean
  /** Run the deck's scripts, on the screen only and sandboxed. */
  scripts: boolean
  /** Serve the pages from Vite, with hot reload. */
  development: boolean
}

/** Deck settings from the command line. */
export interface DeckFlags {
  title?: string
  theme?: string
  highlightTheme?: string
  css?: string[]
  scripts?: string[]
  preprocessor?: string
  separator?: string
  verticalSeparator?: string
  notesSeparator?: string
  lang?: string
}

/** Options for writing a deck as a site or a PDF. */
export interface ExportConfig {
  deck: string
  flags: DeckFlags
  /** Include right answers, explanations and feedback. */
  solutions: boolean
}

export interface PrintConfig extends ExportConfig {
  /** '' takes the deck's name. */
  file: string
  /** Such as `1024x768`, `210x297mm` or `A4`. */
  size: string | undefined
  /** Path of the browser that prints; default: look for one. */
  browser: string | undefined
}

export type Config =
  | PresentConfig
  | { command: 'check'; deck: string; flags: DeckFlags; online: boolean }
  | ({ command: 'static'; folder: string } & ExportConfig)
  | ({ command: 'print' } & PrintConfig)
  | { command: 'import'; file: string; format: Readable | undefined; lang: string | undefined }
  | { command: 'export'; deck: string; format: Writable; flags: DeckFlags }
  | { command: 'help' }
  | { command: 'version' }

/** Wrong usage: the message names the flag. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const DEFAULT_PORT = 1948

/**
 * @param argv without the program's own name
 * @param interactive the terminal has a user
 * @throws {UsageError}
 */
export function readConfig(argv: string[], env: NodeJS.ProcessEnv, interactive: boolean): Config {
  const { values, positionals } = parse(argv)
  if (values.help) return { command: 'help' }
  if (values.version) return { command: 'version' }
  if (positionals[0] === 'check') {
    const [, deck, surplus] = positionals
    if (deck === undefined) throw new UsageError('check: which deck? Write: amphi check deck.md')
    if (surplus !== undefined) throw new UsageError(`${surplus}: check takes one deck`)
    return { command: 'check', deck, flags: deckFlags(values), online: values.online ?? false }
  }
  if (positionals[0] === 'import') {
    const file = only('import', positionals, 'amphi import quiz.gift > questions.md')
    const format = values.format === undefined ? undefined : oneOf(READABLE, values.format)
    return { command: 'import', file, format, lang: language(values.lang) }
  }
  if (positionals[0] === 'export') {
    const example = 'amphi export --format gift deck.md > quiz.gift'
    const deck = only('export', positionals, example)
    if (values.format === undefined)
      throw new UsageError(`export: in which format? Write one of ${WRITABLE.join(', ')}: ${example}`)
    return { command: 'export', deck, format: oneOf(WRITABLE, values.format), flags: deckFlags(values) }
  }
  if (values.format !== undefined)
    throw new UsageError('--format is for import and export; write: amphi export --format gift deck.md')
  if (positionals[1] !== undefined)
    throw new UsageError(`${positionals[1]}: amphi presents one deck; write: amphi deck.md`)

  const deck = positionals[0] ?? 'slides'
  const flags = deckFlags(values)
  const solutions = values['with-solutions'] ?? false
  if (values.static !== undefined) return { command: 'static', deck, flags, solutions, folder: values.static }
  if (values.print !== undefined)
    return {
      command: 'print',
      deck,
      flags,
      solutions,
      file: values.print,
      size: values['print-size'],
      browser: env.CHROME_PATH || undefined,
    }
  return {
    command: 'present',
    deck,
    port: values.port === undefined ? port('PORT', env.PORT || String(DEFAULT_PORT)) : port('--port', values.port),
    host: values.host,
    publicUrl: values['public-url'] === undefined ? undefined : origin('--public-url', values['public-url']),
    dataFolder: values.data ?? (env.AMPHI_DATA || defaultDataFolder(env)),
    fresh: values.new ?? false,
    ...(values.recover && { recover: true }),
    json: values.json ?? false,
    openBrowser: wantsBrowser(values, interactive),
    flags,
    watch: !values['no-watch'],
    scripts: values['unsafe-scripts'] ?? false,
    development: env.NODE_ENV === 'development',
  }
}

function only(command: string, [, file, surplus]: string[], example: string): string {
  if (file === undefined) throw new UsageError(`${command}: which file? Write: ${example}`)
  if (surplus !== undefined) throw new UsageError(`${surplus}: ${command} takes one file; write: ${example}`)
  return file
}

function oneOf<Name extends string>(names: readonly Name[], value: string): Name {
  const found = names.find(name => name === value.toLowerCase())
  if (found) return found
  throw new UsageError(`--format ${value}: no such format here; write one of ${names.join(', ')}`)
}

/** Only flags that were passed: each overrides the deck. */
function deckFlags(values: Values): DeckFlags {
  const list = (text: string | undefined) => text?.split(',').map(file => file.trim())
  const flags = {
    title: values.title,
    theme: values.theme,
    highlightTheme: values['highlight-theme'],
    css: list(values.css),
    scripts: list(values.scripts),
    preprocessor: values.preprocessor,
    separator: pattern('--separator', values.separator),
    verticalSeparator: pattern('--vertical-separator', values['vertical-separator']),
    notesSeparator: pattern('--notes-separator', values['notes-separator']),
    lang: language(values.lang),
  }
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
}

function parse(argv: string[]) {
  const { values, positionals } = (() => {
    try {
      return readFlags(argv)
    } catch (error) {
      const [sentence = ''] = (error as Error).message.split(/\.\s/)
      const plain = sentence.replace('argument is ambiguous', 'needs a value')
      throw new UsageError(`${plain}; amphi --help lists the options`)
    }
  })()
  const empty = Object.entries(values).find(([name, value]) => value === '' && name !== 'print')
  if (empty) throw new UsageError(`--${empty[0]}: the value is empty; write one, or leave --${empty[0]} out`)
  return { values, positionals }
}

function wantsBrowser(values: Values, interactive: boolean): boolean {
  if (values['no-open'] || values['disable-auto-open']) return false
  return values['open-browser'] ?? (interactive && !values.json)
}

function port(flag: string, text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new UsageError(`${flag} ${text}: a port is a number from 0 to 65535; write for example: --port 2000`)
}

/** Must be an origin without a path: the pages' addresses start at its root. */
function origin(flag: string, text: string): string {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  const example = `write for example: ${flag} https://class.example.org`
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new UsageError(`${flag} ${text}: not a web address; ${example}`)
  }
  if (parsed.href === `${parsed.origin}/`) return parsed.origin
  throw new UsageError(
    `${flag} ${text}: only the name and port of the server, since the pages need its root; give the class a name or a port of its own and ${example}`,
  )
}

function pattern(flag: string, text: string | undefined): string | undefined {
  try {
    if (text !== undefined) new RegExp(text)
    return text
  } catch {
    throw new UsageError(
      `${flag} ${text}: not a regular expression; put a \\ before each of ( ) [ ] * + ? that stands for itself`,
    )
  }
}

function language(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    throw new UsageError(`--lang ${text}: not a language; write --lang en, or --lang fr`)
  }
}

/** The operating system's folder for a program's data. */
function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'amphi')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'amphi')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'amphi')
}
