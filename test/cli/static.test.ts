/** `--static`: what the site's files contain, and what they must not. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CANARIES, DECK, dataOf, everything, filesIn, run, SVG } from './static-site.ts'

const root = mkdtempSync(join(tmpdir(), 'amphi-static-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
/** A folder with these files: path → content. */
function folderOf(files: Record<string, string>): string {
  folders += 1
  const folder = join(root, String(folders))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const animals = () =>
  folderOf({
    'deck.md': DECK,
    'look.css': '.reveal h1 { background: url(img/paper.svg) }',
    'img/cat.svg': SVG,
    'img/note.svg': SVG,
    'img/feedback.svg': SVG,
    'img/paper.svg': SVG,
  })

test('a site contains the deck’s page and what it loads, and one line says so', async () => {
  const folder = animals()
  const site = join(folder, 'site')
  const { code, out, err } = await run(join(folder, 'deck.md'), '--static', site)
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out).toMatch(/^\S*index\.html: 2 slides written; [^\n]*\n$/)
  expect(filesIn(site)).toEqual([
    'amphi/site.css',
    'amphi/site.js',
    'amphi/themes/highlight-zenburn.css',
    'amphi/themes/reveal-moon.css',
    'deck.html',
    'files/img/cat.svg',
    'files/img/paper.svg',
    'files/look.css',
    'index.html',
  ])
})

test('without solutions, a site contains no trace of right answers or notes', async () => {
  const folder = animals()
  const site = join(folder, 'site')
  await run(join(folder, 'deck.md'), '--static', site)
  const all = everything(site)
  for (const canary of CANARIES) expect(all).not.toContain(canary)
  const { deck } = dataOf(readFileSync(join(site, 'index.html'), 'utf8'))
  expect(deck.slides[1][0].html).toContain('a dog')
  expect(JSON.stringify(deck)).not.toMatch(/right|checked|\[x\]|verdict|solved|notes/)
})

test('a workshop’s hints are in no site, with solutions or without, nor are the files that they show', async () => {
  const folder = folderOf({
    'deck.md': `<!-- .slide: data-segment="workshop" -->
# Workshop

- [ ] Install it
  > canary-hint ![](img/hint.svg)

  > \`\`\`mermaid
  > graph canary-hint
  > \`\`\`
`,
    'img/hint.svg': SVG,
  })
  for (const flags of [[], ['--with-solutions']]) {
    const site = join(folder, `site${flags.length}`)
    await run(join(folder, 'deck.md'), '--static', site, ...flags)
    expect(everything(site)).toContain('Install it')
    expect(everything(site)).not.toContain('canary-hint')
    expect(filesIn(site).filter(file => /hint|mermaid/.test(file))).toEqual([])
  }
})

test('with solutions, right choices are marked by sign and word, with feedback and explanation but without notes', async () => {
  const folder = animals()
  const site = join(folder, 'site')
  await run(join(folder, 'deck.md'), '--static', site, '--with-solutions')
  const { html } = dataOf(readFileSync(join(site, 'index.html'), 'utf8')).deck.slides[1][0]
  expect(html).toMatch(/<li data-key="\w" class="right">a dog<span class="verdict">✓ Bonne réponse<\/span>/)
  expect(html.match(/class="verdict"/g)).toHaveLength(1)
  for (const canary of CANARIES.slice(1)) expect(html).toContain(canary)
  expect(filesIn(site)).toContain('files/img/feedback.svg')
  expect(everything(site)).not.toContain('canary-note')
})

test.each([
  [['fr', 'fr'], '<html lang="fr">', '1 diapositive<', '2 diapositives<'],
  [['fr', 'en'], '<html lang="en">', '1 slide<', '2 slides<'],
  [['el', 'el'], '<html lang="en">', '1 slide<', '2 slides<'],
])('the list of decks in %j is in their language if they share one', async ([first, second], ...expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-list-'))
  writeFileSync(join(folder, 'a.md'), `---\nlang: ${first}\n---\n# A\n`)
  writeFileSync(join(folder, 'b.md'), `---\nlang: ${second}\n---\n# B\n\n---\n\n# C\n`)
  await run(folder, '--static', join(folder, 'site'))
  const html = readFileSync(join(folder, 'site', 'index.html'), 'utf8')
  for (const words of expected) expect(html).toContain(words)
  rmSync(folder, { recursive: true })
})

test('link previews get an escaped title and description', async () => {
  const folder = animals()
  await run(join(folder, 'deck.md'), '--static', join(folder, 'site'))
  const html = readFileSync(join(folder, 'site', 'index.html'), 'utf8')
  const title = 'Cats &lt;/script&gt; &amp; &quot;dogs&quot;'
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain(`<title>${title}</title>`)
  expect(html).toContain(`<meta property="og:title" content="${title}">`)
  expect(html).toContain('<meta property="og:type" content="website">')
  expect(html).toContain('<meta property="og:description" content="Animals &amp; co a cat the text of this deck">')
  expect(html.match(/<\/script>/g)).toHaveLength(2)
})

test('all addresses in a site are relative, and nothing is loaded from other sites', async () => {
  const folder = animals()
  const site = join(folder, 'site')
  await run(join(folder, 'deck.md'), '--static', site)
  const html = readFileSync(join(site, 'index.html'), 'utf8')
  const drawn = dataOf(html)
    .deck.slides.flat()
    .map(({ html }: { html: string }) => html)
  const named = [html, ...drawn].flatMap(text => [...text.matchAll(/ (?:src|href)="([^"]*)"/g)].map(([, url]) => url))
  expect(named).toContain('files/img/cat.svg')
  expect(named).toContain('files/look.css')
  expect(named.filter(url => /^(?:\/|[a-z]+:)/i.test(url ?? ''))).toEqual([])
  const sheets = filesIn(site)
    .filter(path => path.endsWith('.css'))
    .map(path => readFileSync(join(site, path), 'utf8'))
  expect(sheets.join('\n')).not.toMatch(/(?:@import|url\()\s*["']?(?:https?:|\/)/)
})

test('an unreachable remote picture is reported and replaced by its description', async () => {
  const server = createServer((_request, response) => response.end(SVG)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    // Addresses of this machine are never fetched.
    const { port } = server.address() as AddressInfo
    const folder = folderOf({ 'deck.md': `![far away](http://127.0.0.1:${port}/far.svg)\n` })
    const { code, err } = await run(join(folder, 'deck.md'), '--static', join(folder, 'site'))
    expect(code).toBe(0)
    expect(err).toContain(`deck.md:1: warning: http://127.0.0.1:${port}/far.svg cannot be had and is left out;`)
    expect(filesIn(join(folder, 'site')).filter(path => path.startsWith('files/'))).toEqual([])
  } finally {
    server.close()
  }
})

test('a deck with formulas includes KaTeX’s sheet and fonts, one with diagrams Mermaid', async () => {
  const folder = folderOf({ 'deck.md': '# $$x^2$$\n\n---\n\n```mermaid\ngraph TD; A-->B\n```\n' })
  await run(join(folder, 'deck.md'), '--static', join(folder, 'site'))
  const files = filesIn(join(folder, 'site'))
  expect(files).toContain('amphi/themes/katex/katex.css')
  expect(files).toContain('amphi/themes/katex/fonts/KaTeX_Main-Regular.woff2')
  expect(files).toContain('amphi/mermaid.js')
  const html = readFileSync(join(folder, 'site', 'index.html'), 'utf8')
  expect(Object.values(dataOf(html).diagrams)).toEqual(['graph TD; A-->B'])
  expect(html).toContain('<script src="amphi/mermaid.js"></script>')
})

test('a folder becomes a page per deck and a list of them by title', async () => {
  const folder = folderOf({
    'one.md': '# The first &amp; only\n',
    'more/two.md': '# The second\n\n![](dot.svg)\n',
    'more/dot.svg': SVG,
    'node_modules/package/README.md': '# A package\n',
  })
  const site = join(root, 'list')
  const { code, out } = await run(folder, '--static', site)
  expect(code).toBe(0)
  expect(out).toContain('2 decks, 2 slides')
  const list = readFileSync(join(site, 'index.html'), 'utf8')
  expect(list).toContain('<a href="more/two.html">The second</a>')
  expect(list).toContain('<a href="one.html">The first &amp; only</a>')
  expect(list).not.toContain('package')
  expect(filesIn(site)).toContain('more/files/dot.svg')
  expect(readFileSync(join(site, 'more', 'two.html'), 'utf8')).toContain('<script src="../amphi/site.js"></script>')
})

test('an unreadable deck does not prevent the pages of others', async () => {
  const folder = folderOf({ 'good.md': '# Good\n', 'empty.md': '' })
  const site = join(folder, 'site')
  const { code, err } = await run(folder, '--static', site)
  expect(code).toBe(1)
  expect(err).toContain('empty.md:1:')
  expect(filesIn(site)).toContain('good.html')
})

test('existing files in a site’s folder stay, except pages of the site', async () => {
  const folder = folderOf({ 'deck.md': '# New\n', 'site/CNAME': 'example.org', 'site/index.html': 'old' })
  await run(join(folder, 'deck.md'), '--static', join(folder, 'site'))
  expect(readFileSync(join(folder, 'site', 'CNAME'), 'utf8')).toBe('example.org')
  expect(readFileSync(join(folder, 'site', 'index.html'), 'utf8')).toContain('<title>New</title>')
})

test.each([
  ['a file where the folder should be', 'in-the-way', /in-the-way is in the way; move it/],
  ['a folder that cannot be created', '/proc/site', /\/proc\/site cannot be written|\/proc\S* may not be written/],
])('%s is reported in one line', async (_what, target, expected) => {
  const folder = folderOf({ 'deck.md': '# One\n', 'in-the-way': '' })
  const { code, err } = await run(
    join(folder, 'deck.md'),
    '--static',
    join(target.startsWith('/') ? '' : folder, target),
  )
  expect(code).toBe(1)
  expect(err.trim()).toMatch(expected)
  expect(err.trim()).not.toContain('\n')
})

test('a missing deck, or a folder without one, is reported in one line', async () => {
  const { code, err } = await run(join(root, 'nowhere.md'), '--static')
  expect(code).toBe(1)
  expect(err).toMatch(/nowhere\.md: no such file; write: amphi deck\.md --static\n$/)
})
