/** A folder of decks with shared files, as `reveal-md folder/` serves it: settings above the decks, pictures next to them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { load } from '../../server/deck/source/load.ts'
import { options } from '../deck/one-slide.ts'
import { type Run, runAmphi } from '../support/amphi.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const FILES = {
  'reveal-md.json': '{\n  // for all decks\n  "theme": "white",\n  "separator": "\\r?\\n===\\r?\\n",\n}\n',
  'reveal.json5': "{ transition: 'fade', /* quiet */ controls: false, }",
  'style.css': '.reveal h1 { background: url(shared/logo.svg) }',
  'shared/logo.svg': SVG,
  'shared/sheet.css': '.reveal h2 { color: red }',
  '01-intro/intro.md':
    '---\ncss: ../shared/sheet.css,style.css\n---\n<!-- .slide: data-background-image="../shared/logo.svg" -->\n# Intro\n\n===\n\n![](own.svg) ![](/shared/logo.svg) ![](../out.svg)\n\n===\n\n![](../../outside.svg)',
  '01-intro/own.svg': SVG,
  '02-more/more.md': '# More\n\n===\n\n## Two\n\n![logo](../shared/logo.svg)',
}

const root = mkdtempSync(join(tmpdir(), 'amphi-folder-'))
const folder = join(root, 'course')
const runs: Run[] = []
write(FILES)
writeFileSync(join(root, 'outside.svg'), SVG)
symlinkSync('../outside.svg', join(folder, 'out.svg'))
afterAll(async () => {
  for (const { child, ended } of runs) {
    child.kill()
    await ended
  }
  rmSync(root, { recursive: true, force: true })
})

function write(files: Record<string, string>, into = folder) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    writeFileSync(join(into, path), content)
  }
}

test('settings, sheets and pictures above a deck apply to it', async () => {
  const deck = await load(join(folder, '01-intro/intro.md'), { ...options, folder })
  expect(deck).toMatchObject({ theme: 'white', options: { transition: 'fade', controls: false } })
  expect(deck.slides).toHaveLength(3)
  expect(deck.slides[0]?.[0]?.attributes).toEqual({ 'data-background-image': '/482913/assets/shared/logo.svg' })
  expect(deck.slides[1]?.[0]?.assets).toEqual([['01-intro/own.svg', 'shared/logo.svg', 'out.svg']])
  expect(deck.css.map(({ path, assets }) => [path, assets])).toEqual([
    ['shared/sheet.css', []],
    ['style.css', ['shared/logo.svg']],
  ])
  expect(deck.mistakes.map(({ message }) => message.split(';')[0])).toEqual([
    "../../outside.svg is outside the deck's folder and is left out",
  ])
})

test('a deck opened by its own name can show files of its folder only', async () => {
  const deck = await load(join(folder, '02-more/more.md'), options)
  expect(deck).toMatchObject({ theme: 'black', options: {} })
  expect(deck.slides).toHaveLength(1)
  expect(deck.mistakes[0]?.message).toMatch(/outside the deck's folder/)
})

test('the nearest settings win, reveal-md.json5 over reveal-md.json, and unreadable ones are reported', async () => {
  const course = join(root, 'near')
  write(
    {
      'reveal-md.json': '{"theme": "white", "title": "Above"}',
      'a/deck.md': '# A',
      'a/reveal-md.json5': "{theme: 'moon', revealOptions: {loop: true, controls: false}}",
      'a/reveal-md.json': '{"theme": "sky"}',
      'reveal.json': '{"controls": true, "progress": false}',
      'b/deck.md': '---\nrevealOptions:\n  loop: false\n---\n# B',
      'b/reveal-md.json': '{\n  "theme": white\n}',
    },
    course,
  )
  const a = await load(join(course, 'a/deck.md'), { ...options, folder: course })
  expect(a).toMatchObject({ theme: 'moon', title: 'A', options: { loop: true, controls: false, progress: false } })
  const b = await load(join(course, 'b/deck.md'), { ...options, folder: course })
  expect(b.mistakes[0]?.message).toBe('reveal-md.json:2:12 is not valid JSON and is left out; write {"key": "value"}')
})

test('a deck picked from the list is served with its shared files', async () => {
  const run = runAmphi([folder, '--port', '0', '--no-open', '--data', join(root, 'data')])
  runs.push(run)
  await run.printed('pick the one to present: ')
  const [list = ''] = /http:\S+/.exec(run.out()) ?? []
  const html = await (await fetch(list)).text()
  expect(html.match(/data-slides="\d"/g)).toEqual(['data-slides="3"', 'data-slides="2"'])
  const present = await fetch(`${list}0`, { redirect: 'manual' })
  const address = new URL(present.headers.get('location') ?? '')
  const [, code = ''] = address.pathname.split('/')
  const headers = { Authorization: `Bearer ${address.hash.slice('#key='.length)}` }
  const get = (path: string) => fetch(`${address.origin}/${code}/assets/${path}`, { headers })
  for (const path of ['shared/logo.svg', '01-intro/own.svg', 'style.css']) expect((await get(path)).status).toBe(200)
  for (const path of ['out.svg', 'outside.svg', '01-intro/intro.md', 'reveal-md.json'])
    expect((await get(path)).status).toBe(404)
  const { slides } = await (await fetch(`${address.origin}/api/lessons/${code}/deck`, { headers })).json()
  const behind = slides[0][0].attributes['data-background-image']
  expect(behind).toMatch(/\/assets\/shared\/logo\.svg\?v=[\da-f]{12}$/)
  expect((await fetch(new URL(behind, address), { headers })).status).toBe(200)
})

test('a folder whose only deck is in a subfolder presents that one', async () => {
  const course = join(root, 'one')
  write({ 'reveal-md.json': '{"title": "Only"}', 'week/deck.md': '# A' }, course)
  const run = runAmphi([course, '--port', '0', '--json', '--no-open', '--data', join(root, 'data-one')])
  runs.push(run)
  await run.printed('\n')
  expect(JSON.parse(run.out())).toMatchObject({ title: 'Only' })
})

test('in a site of the folder, each deck has the shared pictures', async () => {
  const site = join(root, 'site')
  const run = runAmphi([folder, '--static', site])
  expect(await run.ended).toBe(0)
  const intro = readFileSync(join(site, '01-intro/intro.html'), 'utf8')
  for (const path of ['files/own.svg', 'files/_shared/shared/logo.svg', 'files/_shared/style.css']) {
    expect(intro).toContain(path)
    expect(readFileSync(join(site, '01-intro', path), 'utf8')).not.toBe('')
  }
})
