/** Who may import whom (DESIGN §14), held by reading the import lines of every file. */
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
/** Folders of the pages; the script of a deck's web site is one of its own. */
const PAGES = [...globSync('client/*/index.html', { cwd: ROOT }).map(file => file.split(/[\\/]/)[1]), 'site']

/** Files whose path matches `who` import nothing but what matches `may`, and for types alone also `types`. Every rule that fits holds. */
const RULES: { who: RegExp; may: RegExp; types?: RegExp }[] = [
  { who: /^server\/wire\/protocol\.ts$/, may: /^$/ },
  { who: /^server\/wire\/commands\.ts$/, may: /^zod$|^server\/wire\/protocol\.ts$/ },
  { who: /^server\/wire\/(messages|.*-view)\.ts$/, may: /^$/, types: /^server\/wire\// },
  // What both sides of the wire go by: a phone carries it too.
  { who: /^server\/rules\//, may: /^server\/rules\//, types: /^server\/wire\// },
  {
    who: /^server\/lesson\//,
    may: /^(?:immutable|unhomoglyph)$|^server\/(?:lesson|rules)\//,
    types: /^server\/wire\/|^server\/deck\/(?:deck|mistake|question-types)\.ts$/,
  },
  {
    who: /^server\/log\//,
    may: /^server\/log\/|^node:|^redis$|^zod$/,
    types: /^server\/lesson\/|^server\/deck\/(?:deck|mistake|question-types)\.ts$/,
  },
  { who: /^server\/lessons\//, may: /^(?!server\/log\/)|^server\/log\/log\.ts$/ },
  // The deck's files are read in one room; themes looks there for those of installed packages.
  { who: /^server\/deck\/(?!source\/(load|disk|themes|watch)\.ts)/, may: /^(?!node:fs)/ },
  { who: /^server\/deck\//, may: /^(?!server\/(lesson|lessons|log|realtime|http)\/)/ },
  { who: /^server\//, may: /^(?!client\/|server\/main\.ts$)/ },
  { who: /^client\//, may: /^(?!server\/)|^server\/(?:rules\/|wire\/protocol\.ts$)/, types: /^server\/wire\// },
  { who: /^client\/(?!connection\/link\.ts)/, may: /^(?!socket\.io-client)/ },
  { who: /^client\/(?!slides\/deck\.ts)/, may: /^(?!reveal\.js)/ },
  // Diagrams are drawn by the presenter's and the screen's page; a phone never loads Mermaid.
  { who: /^client\/(?!slides\/diagrams\.ts)/, may: /^(?!mermaid)/, types: /^mermaid$/ },
  { who: /^client\/(?!presenter\/|screen\/)/, may: /^(?!client\/slides\/diagrams\.ts)/ },
  // Plots are the report's alone: no phone loads their library.
  { who: /^client\/(?!report\/)/, may: /^(?!@observablehq\/plot)/ },
  ...PAGES.map(page => ({
    who: new RegExp(`^client/${page}/`),
    may: new RegExp(`^(?!client/(${PAGES.join('|')})/)|^client/${page}/`),
  })),
]

/** Files in a folder, and lines of a file; a language is one list. */
const [MOST_FILES, MOST_LINES] = [16, 250]
const LISTS = /^client\/i18n\/languages\/|^server\/cli\/language\//

/** Words that only the files matching `who` may say, comments apart. */
const WORDS = [
  // main hands the environment over; config reads it.
  { word: /\bprocess\.env\b/, who: /^server\/(config\/config|main)\.ts$/ },
  // The worker is a program of its own.
  { word: /\bprocess\./, who: /^server\/(config\/config|main|deck\/source\/worker)\.ts$|^server\/cli\// },
]

test('every file imports only what it may', () => {
  expect(sources().flatMap(file => trespasses(file, read(file)))).toEqual([])
})

test.each([
  ['server/wire/protocol.ts', `import { z } from 'zod'`],
  ['server/wire/messages.ts', `import type { Deck } from '../deck/deck.ts'`],
  ['server/rules/most-points.ts', `import { choicesOf } from '../lesson/kinds/choice.ts'`],
  ['server/rules/most-points.ts', `import { median } from 'simple-statistics'`],
  ['server/lesson/decide.ts', `import { randomUUID } from 'node:crypto'`],
  ['server/lesson/decide.ts', `import {\n  CODE,\n  PROTOCOL,\n} from '../wire/protocol.ts'`],
  ['server/lesson/views/shared-slices.ts', `import type { Log } from '../../log/log.ts'`],
  ['server/log/redis.ts', `import { fold } from '../lesson/lesson.ts'`],
  ['server/lessons/room.ts', `import { openSqlite } from '../log/sqlite.ts'`],
  ['server/deck/parse.ts', `import { readFileSync } from 'node:fs'`],
  ['server/deck/questions/order.ts', `import { order } from '../../lesson/kinds/order.ts'`],
  ['server/app.ts', `import './main.ts'`],
  ['server/app.ts', `const page = await import('../client/connection/link.ts')`],
  [
    'client/connection/link.ts',
    `import { command } from '#wire/messages'
`,
  ],
  [
    'client/connection/link.ts',
    `import { type Command } from '#wire/messages'
`,
  ],
  ['client/connection/link.ts', `export { report } from '../../server/report/report.ts'`],
  ['client/student/student.tsx', `import { io } from 'socket.io-client'`],
  ['client/student/student.tsx', `import 'reveal.js/reveal.css'`],
  ['client/student/student.tsx', `await import('mermaid')`],
  ['client/ui/results/numbers/scale.tsx', `import { plot } from '@observablehq/plot'`],
  ['client/ui/stage.tsx', `import { drawDiagrams } from '../slides/diagrams.ts'`],
  ['client/student/student.tsx', `import { Notes } from '../presenter/notes.tsx'`],
  ['server/app.ts', `const port = process.env.PORT`],
  ['server/log/sqlite.ts', `process.exit(1)`],
])('a trespass is caught: %s with %s', (file, text) => {
  expect(trespasses(file, text)).not.toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const imports = new Map(sources().map(file => [file, importsOf(file, read(file)).map(({ path }) => path)]))
  expect([...imports.keys()].flatMap(file => circleFrom(file, imports))).toEqual([])
})

test('a circle is found', () => {
  const imports = new Map([
    ['a', ['b', 'zod']],
    ['b', ['c']],
    ['c', ['a']],
  ])
  expect(circleFrom('a', imports)).toEqual(['a → b → c → a'])
})

test('a folder is small enough to be taken in, and so is a file', () => {
  const all = globSync('{server,client,build,test}/**/*.{ts,tsx,css}', { cwd: ROOT })
  const folders = Map.groupBy(all, file => posix.dirname(file))
  expect([...folders].filter(([, files]) => files.length > MOST_FILES).map(([folder]) => folder)).toEqual([])
  const long = all.filter(file => !LISTS.test(file) && read(file).split('\n').length - 1 > MOST_LINES)
  expect(long).toEqual([])
})

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** The shortest way from a file to itself, if there is one. */
function circleFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const ways = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [[...way, start].join(' → ')]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return []
}

const sources = () => globSync('{server,client}/**/*.{ts,tsx}', { cwd: ROOT }).map(file => file.replaceAll('\\', '/'))

function trespasses(file: string, text: string): string[] {
  const rules = RULES.filter(({ who }) => who.test(file))
  const imports = importsOf(file, text)
    .filter(({ path, type }) => rules.some(({ may, types }) => !may.test(path) && !(type && types?.test(path))))
    .map(({ path }) => `${file} imports ${path}`)
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const words = WORDS.filter(({ word, who }) => word.test(code) && !who.test(file)).map(
    ({ word }) => `${file} has ${word}`,
  )
  return [...imports, ...words]
}

/** `import type` alone leaves nothing at run time; `import { type X }` still loads the file. */
function importsOf(file: string, text: string): { path: string; type: boolean }[] {
  const line = /^\s*(?:import|export)\s+(type\s)?(?:[\w*\s{},$]*\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text.matchAll(line)].map(([, type, fixed, dynamic]) => ({
    path: resolved(file, fixed ?? dynamic ?? ''),
    type: type !== undefined,
  }))
}

function resolved(file: string, name: string): string {
  const [, room, module] = /^#(rules|wire)\/(.*)$/.exec(name) ?? []
  if (room) return `server/${room}/${module}.ts`
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name
}
