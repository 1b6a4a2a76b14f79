/** Every flag: its value and its line in `--help`. Flags that reveal-md has too are named as there. */
import { parseArgs } from 'node:util'

interface Flag {
  /** Name of its value in the help; a flag without one is a boolean. */
  takes?: string
  /** Its value when none is given. */
  otherwise?: string
  short?: string
  help?: string
}

const FLAGS = {
  port: { takes: 'PORT', help: 'default 1948, or PORT from the environment; 0 takes any free port' },
  host: { takes: 'ADDRESS', help: 'listen on this address only' },
  'public-url': { takes: 'URL', help: 'what the QR code shows, behind a proxy or a tunnel' },
  data: { takes: 'DIR', help: 'where lessons are kept, or AMPHI_DATA from the environment' },
  new: { help: 'a new lesson, even if one of this deck is live' },
  recover: { help: 'go on with what can still be read, when kept lessons are damaged' },
  title: { takes: 'TEXT', help: 'instead of the deck’s' },
  theme: { takes: 'NAME', help: 'reveal.js theme, or a .css file beside the deck' },
  'highlight-theme': { takes: 'NAME', help: 'highlight.js theme for code' },
  css: { takes: 'FILES', help: 'style sheets beside the deck, separated by commas' },
  scripts: { takes: 'FILES', help: 'scripts beside the deck; see --unsafe-scripts' },
  'unsafe-scripts': { help: 'run the scripts in the deck, on the screen only' },
  preprocessor: { takes: 'FILE', short: 'P', help: 'module that changes the Markdown first' },
  separator: { takes: 'REGEXP', help: 'between slides' },
  'vertical-separator': { takes: 'REGEXP', help: 'between slides of a stack' },
  'notes-separator': { takes: 'REGEXP', help: 'before the speaker’s notes' },
  lang: { takes: 'LANG', help: 'language of the pages, such as en or fr' },
  watch: { short: 'w', help: 'follow changes of the deck’s file (the default)' },
  'no-watch': { help: 'leave the deck as it was at the start' },
  static: { takes: 'DIR', otherwise: '_static', help: 'write the deck as a web site instead (default: _static)' },
  'with-solutions': { help: 'with the right answers, in that site or PDF' },
  print: { takes: 'FILE', otherwise: '', help: 'write the deck as a PDF instead (default: the deck’s name)' },
  'print-size': { takes: 'SIZE', help: 'of the PDF’s pages: 1024x768, 210x297mm, A4, …' },
  format: { takes: 'NAME', help: 'with import and export: gift, aiken, amc; with export also moodle-xml' },
  online: { help: 'with check: look whether remote images can be had' },
  json: { help: 'one JSON line on standard output, logs on standard error' },
  'open-browser': { help: 'open the presenter’s page, even with --json' },
  'no-open': { help: 'open no page' },
  'disable-auto-open': {},
  version: { short: 'v', help: 'print the version' },
  help: { short: 'h', help: 'print this' },
} satisfies Record<string, Flag>

type Name = keyof typeof FLAGS
export type Values = { [K in Name]?: (typeof FLAGS)[K] extends { takes: string } ? string : boolean }

const flags: [Name, Flag][] = Object.entries(FLAGS) as [Name, Flag][]

export const usage = `amphi [deck.md | folder]   present a deck (default: slides/)
amphi check deck.md        list a deck's mistakes
amphi import quiz.gift     write another program's questions as a deck
amphi export deck.md       write a deck's questions for another program

${flags
  .flatMap(([name, { takes, otherwise, short, help }]) => {
    if (help === undefined) return []
    const value = takes === undefined ? '' : otherwise === undefined ? ` ${takes}` : ` [${takes}]`
    return `  ${short ? `-${short}, ` : '    '}${`--${name}${value}`.padEnd(28)}${help}\n`
  })
  .join('')}`

/** @throws what `util.parseArgs` throws for unknown flags and missing values */
export function readFlags(argv: string[]): { values: Values; positionals: string[] } {
  const options = Object.fromEntries(
    flags.map(([name, { takes, short }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  )
  const { values, positionals } = parseArgs({ args: withOtherwise(argv), options, allowPositionals: true })
  return { values: values as Values, positionals }
}

/** In `--static deck.md`, deck.md is the deck and not the value of the flag. */
function withOtherwise(argv: string[]): string[] {
  const args: string[] = []
  for (let index = 0; index < argv.length; index++) {
    const arg = argv[index] ?? ''
    const otherwise = flags.find(([name, flag]) => arg === `--${name}` && flag.otherwise !== undefined)?.[1].otherwise
    const next = argv[index + 1]
    if (arg === '--') return [...args, ...argv.slice(index)]
    if (otherwise === undefined) args.push(arg)
    else if (next === undefined || next.startsWith('-') || /\.(?:md|markdown)$/i.test(next))
      args.push(`${arg}=${otherwise}`)
    else {
      args.push(`${arg}=${next}`)
      index += 1
    }
  }
  return args
}
