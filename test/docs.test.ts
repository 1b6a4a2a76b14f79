/** What the documents say of this repository is so: files, links, scripts, dependencies, and the walks of ARCHITECTURE.md. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['server', 'client', 'test', 'build', 'docs', 'slides']
const read = (document: string) => readFileSync(join(ROOT, document), 'utf8')
const DOCUMENTS = globSync('{README,ARCHITECTURE,CONTRIBUTING,docs/**/*}.md', { cwd: ROOT }).map(path => ({
  path,
  text: read(path),
}))

test('files and folders that are named are there', () => {
  const dead = DOCUMENTS.flatMap(({ path, text }) =>
    namedIn(text).flatMap(name => (isThere(name) ? [] : `${path}: ${name}`)),
  )
  expect(dead).toEqual([])
})

test('links lead to files and headings that are there', () => {
  const dead = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!\w+:|#\/)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([link, file = '', heading]) => {
      const target = file === '' ? path : join(dirname(path), file)
      const isDead = !existsSync(join(ROOT, target)) || (heading && !headingsOf(read(target)).includes(heading))
      return isDead ? `${path}: ${link}` : []
    }),
  )
  expect(dead).toEqual([])
})

test('scripts that are named are there', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const dead = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].flatMap(([command, script, short = '']) =>
      (script ?? short) in scripts ? [] : `${path}: ${command}`,
    ),
  )
  expect(dead).toEqual([])
})

test('every dependency has its line, and no other package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  const rows = [...read('docs/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  )
  const named = rows.filter(name => name !== 'package')
  expect(named.toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted())
})

test('a walk comes back to no room, on its way down to the log and on its way up to the pages', () => {
  const text = read('ARCHITECTURE.md')
  const ways = [...text.matchAll(/^(?:down|up) +((?:.*→.*\n)+?)(?=down|up|```)/gm)].map(([, way = '']) =>
    way.split('→').map(step => step.trim().split('/').slice(0, 2).join('/')),
  )
  expect(ways.length).toBeGreaterThan(3)
  for (const way of ways) {
    const rooms = way.filter((room, index) => room !== way[index - 1])
    expect(rooms).toEqual([...new Set(rooms)])
  }
})

/** `server/log`, `client/ui/results/bars/bars.tsx`: every word that begins with a folder of ours, also in a block of code. */
const namedIn = (text: string): string[] =>
  text
    .split(/[\s`()[\],;:|"]+/)
    .map(word => word.replace(/[./]+$/, ''))
    .filter(word => /^[\w.-]+(?:\/[\w.*-]+)+$/.test(word) && FOLDERS.includes(word.split('/')[0] ?? ''))

const isThere = (path: string): boolean => globSync(path, { cwd: ROOT }).length > 0

/** As GitHub makes anchors of them. */
const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
