import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../../server/cli/check/check.ts'
import { load } from '../../../server/deck/source/load.ts'
import { options } from '../one-slide.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amphi-deck-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string | Uint8Array) {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const refusal = (file: string) =>
  load(file, options).then(
    () => 'loaded',
    (error: Error) => error.message.replace(folder, ''),
  )

test('a file that is no deck is refused with what to do', async () => {
  expect(await refusal(join(folder, 'nowhere.md'))).toBe(
    'line 1: there is no file /nowhere.md; check the name and the folder',
  )
  expect(await refusal(folder)).toMatch(/is a folder; give the Markdown file inside it$/)
  expect(await refusal(await write('empty.md', ''))).toMatch(/empty\.md is empty; write a first slide/)
  expect(await refusal(await write('blank.md', ' \n\n'))).toMatch(/the deck is empty; write a first slide/)
  expect(await refusal(await write('image.md', new Uint8Array([0x89, 0x50, 0, 1])))).toMatch(/is not a text; give/)
  expect(await refusal(await write('latin.md', new Uint8Array([0x23, 0x20, 0xe9, 0x0a])))).toMatch(
    /not written in UTF-8; save/,
  )
  expect(await refusal(await write('large.md', 'x'.repeat(10_000_001)))).toMatch(/larger than 10 MB; keep pictures/)
  expect(await refusal('/dev/null')).toMatch(/is no ordinary file/)
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is refused with what to do', async () => {
  const file = await write('private.md', '# A')
  await chmod(file, 0)
  expect(await refusal(file)).toMatch(/may not be read; change its permissions$/)
})

test('files that the deck names and lacks are warnings on their lines', async () => {
  await write('there is.png', 'x')
  const deck = await load(
    await write(
      'deck.md',
      '# A\n\n![](there%20is.png)\n\n---\n\n![](gone.png) ![](https://example.org/a.png)\n\n- x\n- ![](img/no%20such.png)\n',
    ),
    options,
  )
  expect(deck.mistakes).toEqual([
    { line: 7, level: 'warning', message: 'there is no file gone.png; check its name, or copy it beside the deck' },
    {
      line: 10,
      level: 'warning',
      message: 'there is no file img/no such.png; check its name, or copy it beside the deck',
    },
  ])
})

test('the version changes with the text', async () => {
  const first = await load(await write('version.md', '# A'), options)
  const second = await load(await write('version.md', '# B'), options)
  expect(first.version).not.toBe(second.version)
})

test('amphi check counts what a good deck holds', async () => {
  const lines: string[] = []
  const file = await write(
    'good.md',
    '# A\n\nx <!-- .element: class="fragment" -->\n\n---\n<!-- .slide: data-qcm -->\n# Q\n\n- [x] a\n- [ ] b\n',
  )
  expect(await check({ deck: file, flags: {}, online: false }, line => lines.push(line))).toBe(0)
  expect(lines).toEqual(['good.md: 2 slides, 1 step, 1 question'])
})

test('amphi check tells every mistake by file and line, and fails', async () => {
  const lines: string[] = []
  const file = await write(
    'bad.md',
    '# A\n\n![](gone.png)\n\n---\n<!-- .slide: data-qcm data-time="x" -->\n# Q\n\n- [x] a\n',
  )
  expect(await check({ deck: file, flags: {}, online: false }, line => lines.push(line))).toBe(1)
  expect(lines).toEqual([
    `${file}:3: warning: there is no file gone.png; check its name, or copy it beside the deck`,
    `${file}:6: "x" is no duration; write data-time="30s", "1m30s" or "2m"`,
    `${file}:9: the question has 1 choice; write at least 2`,
  ])
})

test('amphi check tells that a deck cannot be read, and fails', async () => {
  const lines: string[] = []
  const file = join(folder, 'nowhere.md')
  expect(await check({ deck: file, flags: {}, online: false }, line => lines.push(line))).toBe(1)
  expect(lines).toEqual([`${file}:1: there is no file ${file}; check the name and the folder`])
})

test('amphi check hints at pictures that no slide shows, and with --online at those that cannot be had', async () => {
  const lines: string[] = []
  const own = join(folder, 'hints')
  await mkdir(join(own, 'img'), { recursive: true })
  await Promise.all(
    ['used.png', 'forgotten.png', '.hidden.png', 'data.json'].map(name => writeFile(join(own, 'img', name), 'x')),
  )
  const file = join(own, 'deck.md')
  await writeFile(file, '# A\n\n![](img/used.png)\n\n---\n\n![](http://127.0.0.1:9/refused.png)\n')
  expect(await check({ deck: file, flags: {}, online: true }, line => lines.push(line))).toBe(0)
  expect(lines).toEqual([
    `${file}:7: warning: http://127.0.0.1:9/refused.png cannot be had; check the address, or copy the picture beside the deck`,
    'hint: no slide shows img/forgotten.png',
    'deck.md: 2 slides, 0 steps, 0 questions',
  ])
})

test('flags win over front matter, which wins over the settings beside the deck', async () => {
  const own = join(folder, 'settings')
  await mkdir(own, { recursive: true })
  await writeFile(join(own, 'reveal-md.json'), '{"theme": "moon", "highlightTheme": "github", "title": "Beside"}')
  await writeFile(join(own, 'reveal.json'), '{"transition": "fade", "controls": false}')
  const file = join(own, 'deck.md')
  await writeFile(file, '---\ntheme: white\nrevealOptions:\n  transition: zoom\n---\n# A')
  expect(await load(file, { ...options, flags: { title: 'Said' } })).toMatchObject({
    theme: 'white',
    highlightTheme: 'github',
    title: 'Said',
    options: { transition: 'zoom', controls: false },
  })
})

test('a preprocessor changes the Markdown and nothing else, and its failure is a mistake with a line', async () => {
  const own = join(folder, 'pre')
  await mkdir(own, { recursive: true })
  await writeFile(
    join(own, 'good.mjs'),
    'export default async (markdown, { theme }) => markdown.replace("A", "A " + theme)',
  )
  await writeFile(join(own, 'bad.mjs'), 'export default () => { throw new Error("no luck") }')
  const file = join(own, 'deck.md')
  await writeFile(file, '---\ntheme: white\npreprocessor: good.mjs\n---\n# A')
  expect((await load(file, options)).slides[0]?.[0]?.html).toEqual(['<h1>A white</h1>'])
  await expect(load(file, { ...options, flags: { preprocessor: 'bad.mjs' } })).rejects.toThrow('no luck')
  await expect(load(file, { ...options, flags: { preprocessor: '../outside.mjs' } })).rejects.toThrow('no preprocessor')
})

test('what a preprocessor writes is slides, even where it looks like front matter', async () => {
  const own = join(folder, 'pre')
  await mkdir(own, { recursive: true })
  await writeFile(join(own, 'heads.mjs'), 'export default markdown => "---\\ntheme: white\\n---\\n" + markdown')
  const file = join(own, 'bare.md')
  await writeFile(file, '# A')
  const { theme, slides } = await load(file, { ...options, flags: { preprocessor: 'heads.mjs' } })
  expect(theme).toBe('black')
  expect(slides.flat().map(({ html }) => html.at(-1))).toContain('<h1>A</h1>')
})

test('a sheet of the deck is held to the deck, and what it names is known', async () => {
  const own = join(folder, 'sheets')
  await mkdir(join(own, 'css'), { recursive: true })
  await writeFile(
    join(own, 'css', 'own.css'),
    '@import url(https://elsewhere.example/x.css);\n:root { --c: red }\nbody.dark h1 { background: url(../img/a.png) }\n',
  )
  const file = join(own, 'deck.md')
  await writeFile(file, '---\ntheme: css/own.css\ncss: gone.css\n---\n# A')
  const { css, theme, mistakes } = await load(file, options)
  expect(theme).toBe('')
  expect(css).toMatchObject([{ path: 'css/own.css', assets: ['img/a.png'] }])
  expect(css[0]?.text).toMatch(/^@scope \(\.reveal-viewport\) \{\s*:scope \{ --c: red \}\s*:scope\.dark h1 /)
  expect(mistakes.map(({ line, message }) => `${line} ${message.split(';')[0]}`)).toEqual([
    '2 css/own.css: @import url(https://elsewhere.example/x.css) is left out',
    "3 there is no style sheet gone.css in the deck's folder",
  ])
})
