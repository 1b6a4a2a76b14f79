/** What stops `amphi deck.md` from starting: each is reported in one line that says what to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { present } from '../../server/cli/present.ts'
import { readConfig } from '../../server/config/config.ts'
import { runAmphi } from '../support/amphi.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DECK = '# One\n'

const folder = mkdtempSync(join(tmpdir(), 'amphi-refused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let folders = 0
function newFolder(): string {
  folders += 1
  const path = join(folder, String(folders))
  mkdirSync(path)
  return path
}

function file(content: string | Uint8Array, name = 'deck.md'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, content)
  return path
}

const refused: [what: string, args: () => string[], expected: RegExp][] = [
  ['a file that is not there', () => [join(newFolder(), 'deck.md')], /deck\.md: no such file; write: amphi deck\.md$/],
  ['a folder without a deck', () => [newFolder()], /: no deck in this folder; write: amphi deck\.md$/],
  ['a folder of several decks', severalDecks, /: several decks \(a\.md, b\.md\); write: amphi .*a\.md$/],
  ['an empty file', () => [file('')], /deck\.md:1: .*empty; write a first slide/],
  [
    'an image',
    () => [file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]))],
    /deck\.md:1: .*not a text; give a Markdown/,
  ],
  [
    'broken YAML',
    () => [file('---\ntitle: "One\n---\n# One\n')],
    /deck\.md:3: the front matter is not valid YAML: .*; write/,
  ],
  [
    'a separator that is not a regular expression',
    () => [file('---\nseparator: "["\n---\n# One\n')],
    /deck\.md:2: separator is not a/,
  ],
  ['the same on the command line', () => [file(DECK), '--separator', '('], /^--separator \(: not a regular .*; put/],
  [
    'a data folder that is a file',
    () => [file(DECK), '--data', file('x')],
    /: lessons cannot be kept here .*; choose .*--data/,
  ],
  [
    'one below a file',
    () => [file(DECK), '--data', join(file('x'), 'data')],
    /: lessons cannot be kept here .*; choose .*--data/,
  ],
  [
    'one that cannot be created',
    () => [file(DECK), '--data', '/proc/amphi'],
    /^\/proc\/amphi: lessons cannot be kept here .*; choose/,
  ],
  ['a damaged log', damagedLog, /amphi\.db is damaged and cannot be read safely; move it away/],
  [
    'an address of another machine',
    () => [file(DECK), '--host', '192.0.2.254'],
    /^--host 192\.0\.2\.254: this machine .*; leave/,
  ],
]

const place = () => ['--no-open', '--port', '0', '--data', newFolder()]

test.each(refused)('%s is reported in one line that says what to do', async (_what, args, expected) => {
  const out: string[] = []
  const terminal = { out: (text: string) => out.push(text), note: () => {}, logger: pino({ level: 'silent' }) }
  const starting = (async () => {
    const config = readConfig([...place(), ...args()], {}, false)
    if (config.command === 'present') await present(config, ROOT, terminal)
  })()
  const message = await starting.then(
    () => 'it was not refused',
    (error: Error) => error.message,
  )
  expect(message).toMatch(expected)
  expect(message).not.toContain('\n')
  expect(out).toEqual([])
})

test('the reason goes to standard error only; a missing deck is wrong usage', async () => {
  const run = runAmphi([...place(), newFolder()])
  expect(await run.ended).toBe(2)
  expect(run.err()).toMatch(/^.*: no deck in this folder; write: amphi deck\.md\n$/)
  expect(run.out()).toBe('')
})

function severalDecks(): string[] {
  const path = newFolder()
  for (const name of ['a.md', 'b.md', 'notes.txt']) writeFileSync(join(path, name), '# One\n')
  return [path]
}

function damagedLog(): string[] {
  const data = newFolder()
  writeFileSync(join(data, 'amphi.db'), 'no database at all, though it is long enough to be looked at'.repeat(20))
  return [file(DECK), '--data', data]
}
