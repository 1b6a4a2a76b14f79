import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type PresentConfig, readConfig, UsageError } from '../../server/config/config.ts'
import { runAmphi } from '../support/amphi.ts'

function presenting(argv: string[], env: NodeJS.ProcessEnv = {}, interactive = false): PresentConfig {
  const config = readConfig(argv, env, interactive)
  if (config.command !== 'present') throw new Error(`a command to ${config.command}`)
  return config
}

test('by default, the folder slides/ is presented on port 1948 at every address', () => {
  expect(presenting([])).toEqual({
    command: 'present',
    deck: 'slides',
    port: 1948,
    host: undefined,
    publicUrl: undefined,
    dataFolder: expect.stringMatching(/amphi$/),
    fresh: false,
    json: false,
    openBrowser: false,
    flags: {},
    watch: true,
    scripts: false,
    development: false,
  })
})

test.each([
  [['deck.md'], { deck: 'deck.md' }],
  [['--', '--odd.md'], { deck: '--odd.md' }],
  [['--port', '2000'], { port: 2000 }],
  [['--port=0'], { port: 0 }],
  [['--host', '::1'], { host: '::1' }],
  [['--public-url', 'https://class.example.org/'], { publicUrl: 'https://class.example.org' }],
  [['--data', 'kept'], { dataFolder: 'kept' }],
  [['--new'], { fresh: true }],
  [['--json'], { json: true }],
  [['--theme', 'white'], { flags: { theme: 'white' } }],
  [['--highlight-theme', 'github'], { flags: { highlightTheme: 'github' } }],
  [['--separator', '^=+$'], { flags: { separator: '^=+$' } }],
  [['--vertical-separator', '^-+$'], { flags: { verticalSeparator: '^-+$' } }],
  [['--lang', 'fr-ch'], { flags: { lang: 'fr-CH' } }],
  [['--notes-separator', '^Say:'], { flags: { notesSeparator: '^Say:' } }],
  [['--css', 'a.css,b.css', '-P', 'pre.mjs'], { flags: { css: ['a.css', 'b.css'], preprocessor: 'pre.mjs' } }],
  [['--no-watch'], { watch: false }],
  [['-w', '--unsafe-scripts'], { watch: true, scripts: true }],
  [['a.md', '--port', '1', '--port', '2', '--new'], { deck: 'a.md', port: 2, fresh: true }],
])('reads %j', (argv, expected) => {
  expect(presenting(argv)).toMatchObject(expected)
})

test('flags override the environment, which overrides the defaults', () => {
  const env = { PORT: '3000', AMPHI_DATA: '/kept', NODE_ENV: 'development' }
  expect(presenting([], env)).toMatchObject({ port: 3000, dataFolder: '/kept', development: true })
  expect(presenting(['--port', '4000', '--data', 'here'], env)).toMatchObject({ port: 4000, dataFolder: 'here' })
  expect(presenting([], { PORT: '', AMPHI_DATA: '' }).port).toBe(1948)
})

test.runIf(process.platform === 'linux')('lessons are stored in the system’s folder for a program’s data', () => {
  expect(presenting([], {}).dataFolder).toBe(join(homedir(), '.local', 'share', 'amphi'))
  expect(presenting([], { XDG_DATA_HOME: '/data' }).dataFolder).toBe('/data/amphi')
})

test.each([
  [[], true, true],
  [[], false, false],
  [['--json'], true, false],
  [['--json', '--open-browser'], false, true],
  [['--open-browser'], false, true],
  [['--no-open'], true, false],
  [['--disable-auto-open'], true, false],
  [['--open-browser', '--no-open'], true, false],
])('with %j and an interactive terminal: %s, the browser opens: %s', (argv, interactive, opens) => {
  expect(presenting(argv, {}, interactive).openBrowser).toBe(opens)
})

test('reads the other commands', () => {
  expect(readConfig(['check', 'deck.md'], {}, true)).toEqual({
    command: 'check',
    deck: 'deck.md',
    flags: {},
    online: false,
  })
  expect(readConfig(['--help', 'deck.md'], {}, true)).toEqual({ command: 'help' })
  expect(readConfig(['--version'], {}, true)).toEqual({ command: 'version' })
})

test.each([
  [['deck.md', '--static'], { command: 'static', deck: 'deck.md', folder: '_static', solutions: false }],
  [['--static', 'deck.md'], { command: 'static', deck: 'deck.md', folder: '_static' }],
  [['deck.md', '--static', 'site', '--with-solutions'], { command: 'static', folder: 'site', solutions: true }],
  [['deck.md', '--print'], { command: 'print', deck: 'deck.md', file: '', size: undefined }],
  [['deck.md', '--print', 'a.pdf', '--print-size=A4'], { command: 'print', file: 'a.pdf', size: 'A4' }],
])('%j writes the deck instead of presenting it', (argv, expected) => {
  expect(readConfig(argv, {}, false)).toMatchObject(expected)
})

const wrong: [argv: string[], named: string, env?: NodeJS.ProcessEnv][] = [
  [['--port', 'http'], '--port http'],
  [['--port', '65536'], '--port 65536'],
  [['--port', '1e3'], '--port 1e3'],
  [['--port', ' 80'], '--port  80'],
  [['--port', '-1'], '--port'],
  [['--port='], '--port'],
  [['--port'], '--port'],
  [['--port', '--json'], '--port'],
  [[], 'PORT x', { PORT: 'x' }],
  [['--data', ''], '--data'],
  [['--json=yes'], '--json'],
  [['--no-json'], '--no-json'],
  [['--colour'], '--colour'],
  [['-q'], '-q'],
  [['--public-url', 'class.example.org'], '--public-url class.example.org'],
  [
    ['--public-url', 'https://class.example.org/amphi'],
    '--public-url https://class.example.org/amphi: only the name and port',
  ],
  [['--public-url', 'https://class.example.org/?a'], '--public-url https://class.example.org/?a: only the name'],
  [['--public-url', 'https://me@class.example.org'], '--public-url https://me@class.example.org: only the name'],
  [['--public-url', 'ftp://class.example.org'], '--public-url ftp://class.example.org'],
  [['--lang', 'français!'], '--lang français!'],
  [['--separator', '['], '--separator ['],
  [['--vertical-separator', '('], '--vertical-separator ('],
  [['a.md', 'b.md'], 'b.md'],
  [['check'], 'check'],
  [['check', 'a.md', 'b.md'], 'b.md'],
]

test.each(wrong)('%j is refused in one line that names %s', (argv, named, env = {}) => {
  const refusal = refused(() => readConfig(argv, env, false))
  expect(refusal).toContain(named)
  expect(refusal).not.toContain('\n')
})

test('wrong usage is reported in one line on standard error, with exit code 2', async () => {
  const run = runAmphi(['--port', 'http'])
  expect(await run.ended).toBe(2)
  expect(run.err()).toBe('--port http: a port is a number from 0 to 65535; write for example: --port 2000\n')
  expect(run.out()).toBe('')
})

function refused(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  throw new Error('it was not refused')
}
