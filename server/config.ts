/** Flags and environment → what to do. The only reader of `process.env`. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

export interface PresentConfig {
  command: 'present'
  /** A deck, or a folder that holds one. */
  deck: string
  /** 0 takes any free port. */
  port: number
  /** Undefined listens on every address. */
  host: string | undefined
  publicUrl: string | undefined
  dataFolder: string
  /** A new lesson even if one of this deck is live. */
  fresh: boolean
  json: boolean
  openBrowser: boolean
  /** Stronger than the deck's front matter. */
  flags: DeckFlags
  /** Pages come from Vite, and reload as their sources change. */
  development: boolean
}

export interface DeckFlags {
  theme?: string
  highlightTheme?: string
  separator?: string
  verticalSeparator?: string
  lang?: string
}

export type Config = PresentConfig | { command: 'check'; deck: string } | { command: 'help' } | { command: 'version' }

/** Wrong usage: the message names the flag. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export const usage = `amphi [deck.md | folder]   present a deck (default: slides/)
amphi check deck.md        list a deck's mistakes

  --port PORT              default 1948, or the environment's PORT; 0 takes any free port
  --host ADDRESS           listen on this address only
  --public-url URL         what the QR code shows, behind a proxy or a tunnel
  --data DIR               where lessons are kept, or the environment's AMPHI_DATA
  --new                    a new lesson, even if one of this deck is live
  --theme NAME             reveal.js theme
  --highlight-theme NAME   highlight.js theme
  --separator REGEXP       between slides
  --vertical-separator REGEXP
  --lang LANG              language of the pages: en, fr
  --json                   one JSON line on standard output, logs on standard error
  --open-browser, --no-open
  --version, --help
`

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  data: { type: 'string' },
  new: { type: 'boolean' },
  theme: { type: 'string' },
  'highlight-theme': { type: 'string' },
  separator: { type: 'string' },
  'vertical-separator': { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  'open-browser': { type: 'boolean' },
  'no-open': { type: 'boolean' },
  'disable-auto-open': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const DEFAULT_PORT = 1948

/**
 * @param argv without the program's own name
 * @param interactive somebody sits in front of the terminal
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
    return { command: 'check', deck }
  }
  if (positionals[1] !== undefined)
    throw new UsageError(`${positionals[1]}: amphi presents one deck; write: amphi deck.md`)

  const { theme, separator } = values
  const highlightTheme = values['highlight-theme']
  const verticalSeparator = values['vertical-separator']
  return {
    command: 'present',
    deck: positionals[0] ?? 'slides',
    port: values.port === undefined ? port('PORT', env.PORT || String(DEFAULT_PORT)) : port('--port', values.port),
    host: values.host,
    publicUrl: values['public-url'] === undefined ? undefined : url('--public-url', values['public-url']),
    dataFolder: values.data ?? (env.AMPHI_DATA || defaultDataFolder(env)),
    fresh: values.new ?? false,
    json: values.json ?? false,
    openBrowser: wantsBrowser(values, interactive),
    flags: {
      ...(theme !== undefined && { theme }),
      ...(highlightTheme !== undefined && { highlightTheme }),
      ...(separator !== undefined && { separator: pattern('--separator', separator) }),
      ...(verticalSeparator !== undefined && {
        verticalSeparator: pattern('--vertical-separator', verticalSeparator),
      }),
      ...(values.lang !== undefined && { lang: language(values.lang) }),
    },
    development: env.NODE_ENV === 'development',
  }
}

function parse(argv: string[]) {
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: argv, options, allowPositionals: true })
    } catch (error) {
      const [sentence = ''] = (error as Error).message.split(/\.\s/)
      const plain = sentence.replace('argument is ambiguous', 'needs a value')
      throw new UsageError(`${plain}; amphi --help lists the options`)
    }
  })()
  const empty = Object.entries(values).find(([, value]) => value === '')
  if (empty) throw new UsageError(`--${empty[0]}: the value is empty; write one, or leave --${empty[0]} out`)
  return { values, positionals }
}

function wantsBrowser(values: ReturnType<typeof parse>['values'], interactive: boolean): boolean {
  if (values['no-open'] || values['disable-auto-open']) return false
  return values['open-browser'] ?? (interactive && !values.json)
}

function port(flag: string, text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new UsageError(`${flag} ${text}: a port is a number from 0 to 65535; write for example: --port 2000`)
}

function url(flag: string, text: string): string {
  const parsed = URL.canParse(text) ? new URL(text) : undefined
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed.href.replace(/\/+$/, '')
  throw new UsageError(`${flag} ${text}: not a web address; write for example: --public-url https://class.example.org`)
}

function pattern(flag: string, text: string): string {
  try {
    new RegExp(text)
    return text
  } catch {
    throw new UsageError(
      `${flag} ${text}: not a regular expression; put a \\ before each of ( ) [ ] * + ? that stands for itself`,
    )
  }
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text
  } catch {
    throw new UsageError(`--lang ${text}: not a language; write for example: --lang fr`)
  }
}

/** Where each system keeps a program's own data. */
function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'amphi')
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'amphi')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'amphi')
}
