/** `amphi import` and `amphi export`: standard output, notes, and exit code. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportQuestions } from '../../server/cli/export.ts'
import { importQuestions } from '../../server/cli/import.ts'
import { readConfig } from '../../server/config/config.ts'
import type { Readable } from '../../server/exchange/question-item.ts'
import { parsed, questionsOf } from './round-trips.ts'

const folder = mkdtempSync(join(tmpdir(), 'amphi-questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function imported(path: string, format?: Readable, lang?: string) {
  const notes: string[] = []
  let text = ''
  const write = (part: string) => {
    text += part
  }
  const code = await importQuestions(
    { file: path, format, lang },
    { write, note: line => notes.push(line.replaceAll(`${folder}/`, '')) },
  )
  return { code, text, notes }
}

test('import writes a deck and exits with 0', async () => {
  const { code, text, notes } = await imported(file('quiz.gift', '﻿Which?\r\n{=a ~b}\r\n\r\nGood? {T}\r\n'))
  expect([code, notes]).toEqual([0, ['quiz.gift: 2 questions written']])
  expect(questionsOf(parsed(text)).map(({ id }) => id)).toEqual(['which', 'good'])
})

test('an unreadable question is reported with its line, the others are written, and the exit code is 1', async () => {
  const { code, text, notes } = await imported(file('broken.gift', 'Which? {=a ~b}\n\nBroken {=a\n\nGood? {T}\n'))
  expect([code, text.match(/### .*/g)]).toEqual([1, ['### Which?', '### Good?']])
  expect(notes).toEqual([
    'broken.gift:3: the answers have no closing }; write it at their end',
    'broken.gift: 2 questions written, 1 of them to be corrected',
  ])
})

test('a question that does not fit a deck is written and reported', async () => {
  const many = Array.from({ length: 13 }, (_, index) => `~wrong ${index}`).join(' ')
  const { code, text, notes } = await imported(file('many.gift', `Which? {=right ${many}}\n`))
  expect([code, text.match(/- \[/g)?.length]).toEqual([1, 14])
  expect(notes[0]).toBe('many.gift:1: the question has 14 choices; keep at most 12')
})

test('questions with the same text or title get different names', async () => {
  const { text, notes } = await imported(
    file('twins.gift', '::T 1::Which? {=a ~b}\n\n::T 1::Which? {=c ~d}\n\nWhich? {T}\n\nWhich? {F}'),
  )
  expect(questionsOf(parsed(text)).map(({ id }) => id)).toEqual(['t-1', 't-1-2', 'which', 'which-2'])
  expect(notes).toHaveLength(3)
})

test('"true" and "false" are in the requested language', async () => {
  const { text } = await imported(file('vrai.gift', 'Bien ? {T}'), undefined, 'fr')
  expect(text).toContain('- [x] Vrai\n- [ ] Faux\n')
})

test.each([
  ['quiz.txt', 'Which?\nA. a\nB. b\nANSWER: B\n', 'aiken'],
  ['quiz.txt', 'Title: Test\n\n* Which?\n- a\n+ b\n', 'amc'],
  ['quiz.txt', '::Title::Which? {~a =b}\n', 'gift'],
])('the format of %s is detected from its content', async (name, content) => {
  const { code, text } = await imported(file(name, content))
  expect([code, text]).toEqual([0, expect.stringContaining('- [ ] a\n- [x] b\n')])
})

test.each<[what: string, name: string, content: string | Uint8Array, expected: RegExp]>([
  ['an empty file', 'a.gift', '', /^a\.gift:1: .*empty; give a text file with questions/],
  ['a file of white space', 'a.gift', ' \n\n', /^a\.gift:1: there is nothing in the file/],
  ['a picture', 'a.gift', new Uint8Array([137, 80, 78, 71, 0, 1]), /^a\.gift:1: .*not a text; give a text file/],
  ['Latin-1', 'a.gift', new Uint8Array([233, 116, 233]), /^a\.gift:1: .*not written in UTF-8; save it as UTF-8/],
  ['10 MB', 'a.gift', 'a'.repeat(10_000_001), /^a\.gift:1: .*larger than 10 MB; give a text file/],
  ['3 MB', 'a.gift', 'a'.repeat(3_000_000), /^a\.gift:1: the file is larger than 2 MB; split it/],
  ['prose', 'a.txt', 'Dear all,\nsee you.\n', /^a\.txt:1: this looks like none of GIFT, Aiken, AMC-TXT; say which/],
  ['comments alone', 'a.gift', '// nothing\n', /^a\.gift:1: there is no question in it; is it GIFT\?/],
])('%s is refused with a message and nothing on standard output', async (_, name, content, expected) => {
  const result = await imported(file(name, content))
  expect([result.code, result.text]).toEqual([1, ''])
  expect(result.notes[0]).toMatch(expected)
})

test('the message names a missing file', async () => {
  const { code, notes } = await imported(join(folder, 'nowhere.gift'))
  expect([code, notes[0]]).toEqual([
    1,
    expect.stringMatching(/^nowhere\.gift:1: there is no file .*; check the name and the folder$/),
  ])
})

test('a deck survives a round trip through GIFT, including remote pictures and highlighted code', async () => {
  const source = `<!-- .slide: data-qcm -->
### Which?

![A](https://example.org/a.png)

\`\`\`js [1|2]
const a = 1
const b = 2
\`\`\`

- [x] \`docker ps\` on $x$ and [this](https://example.org/)
- [ ] b
`
  const deck = file('deck.md', source)
  let gift = ''
  const notes: string[] = []
  const write = (text: string) => {
    gift += text
  }
  const parts = { write, note: (line: string) => notes.push(line) }
  expect(await exportQuestions({ deck, format: 'gift', flags: {} }, parts)).toBe(0)
  expect(notes).toEqual([])
  const { text } = await imported(file('again.gift', gift))
  expect(text).toContain('![A](https://example.org/a.png)')
  expect(text).toContain('```js\nconst a = 1\nconst b = 2\n```')
  expect(text).toContain('- [x] `docker ps` on `$x$` and [this](https://example.org/)')
  expect(readFileSync(deck, 'utf8')).toBe(source)
})

test('a deck without questions, or with mistakes, is reported', async () => {
  const notes: string[] = []
  const parts = { write: () => undefined, note: (line: string) => notes.push(line.replaceAll(`${folder}/`, '')) }
  expect(await exportQuestions({ deck: file('none.md', '# One\n'), format: 'gift', flags: {} }, parts)).toBe(1)
  expect(
    await exportQuestions(
      { deck: file('wrong.md', '<!-- .slide: data-qcm -->\n# One\n'), format: 'gift', flags: {} },
      parts,
    ),
  ).toBe(1)
  expect(notes).toEqual([
    expect.stringMatching(/^none\.md: there is no question in the deck; write one/),
    expect.stringMatching(/^wrong\.md:1: the question has no choices/),
    expect.stringMatching(/^wrong\.md: there is no question/),
  ])
})

const config = (...argv: string[]) => readConfig(argv, {}, false)

test('the command line names the file and the format', () => {
  expect(config('import', 'quiz.txt', '--format', 'AMC', '--lang', 'fr')).toEqual({
    command: 'import',
    file: 'quiz.txt',
    format: 'amc',
    lang: 'fr',
  })
  expect(config('export', 'deck.md', '--format', 'moodle-xml')).toMatchObject({
    command: 'export',
    deck: 'deck.md',
    format: 'moodle-xml',
  })
})

test.each([
  [['import'], /^import: which file\? Write: amphi import quiz\.gift/],
  [['import', 'a', 'b'], /^b: import takes one file/],
  [['import', 'a', '--format', 'moodle-xml'], /^--format moodle-xml: .*write one of gift, aiken, amc$/],
  [['export', 'deck.md'], /^export: in which format\? Write one of gift, aiken, amc, moodle-xml/],
  [['deck.md', '--format', 'gift'], /^--format is for import and export/],
])('wrong usage %j is reported', (argv, expected) => {
  expect(() => config(...argv)).toThrow(expected)
})
