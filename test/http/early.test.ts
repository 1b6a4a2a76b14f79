/** What pages contain of a lesson and preload, so that phones need not wait for a script to request it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../support/amphi.ts'
import { ask } from './ask.ts'

const DECK = `---
title: Cells & "more" <b> $& parts
theme: league
css: own.css
---
# Hidden heading

Note: said by heart
`

let amphi: Served
beforeAll(async () => {
  amphi = await serve(DECK, { 'own.css': 'p { color: red }' })
})
afterAll(() => amphi.end())

const page = async (path: string, language = 'en') =>
  (await ask(amphi.origin, path, { headers: { 'Accept-Language': language } })).text

test('the page’s HTML contains the lesson’s title', async () => {
  const html = await page(`/${amphi.facts.code}`)
  const title = 'Cells &amp; &quot;more&quot; &lt;b&gt; $&amp; parts'
  expect(html).toContain(`<title>${title} · Amphi</title>`)
  expect(html).toContain(`>${title}</h1>`)
})

test('a student page preloads its sheets and slides, and all of them exist', async () => {
  const { code } = amphi.facts
  const named = [...(await page(`/${code}`)).matchAll(/rel="preload" as="(?:style|fetch)"[^>]* href="([^"]+)"/g)]
  const addresses = named.map(([, address = '']) => address)
  expect(addresses).toEqual(
    expect.arrayContaining([
      '/themes/reveal/league.css',
      '/themes/highlight/zenburn.css',
      expect.stringMatching(`^/${code}/assets/own.css`),
      `/api/lessons/${code}/deck?as=student`,
    ]),
  )
  for (const address of addresses) expect((await ask(amphi.origin, address)).status).toBe(200)
})

test('a student page preloads the script that renders slides', async () => {
  const scripts = [...(await page(`/${amphi.facts.code}`)).matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/g)]
  const texts = await Promise.all(scripts.map(async ([, address = '']) => (await ask(amphi.origin, address)).text))
  expect(texts.filter(text => text.includes('no-transition'))).toHaveLength(1)
})

test('a page preloads one language: the deck’s, or else the browser’s', async () => {
  for (const language of ['en', 'fr']) {
    const html = await page(`/${amphi.facts.code}`, language)
    expect(html).toContain(`<html lang="${language}">`)
    expect([...html.matchAll(/hreflang="(\w+)"/g)].map(([, tag]) => tag)).toEqual([language])
  }
})

test('without a lesson, a page is in the language of the deck being presented', async () => {
  const french = await serve('---\nlang: fr\n---\n# Un\n')
  const unknown = french.facts.code === '100000' ? '/100001' : '/100000'
  for (const path of ['/', unknown]) {
    const { text } = await ask(french.origin, path, { headers: { 'Accept-Language': 'en' } })
    expect(text).toContain('<html lang="fr">')
  }
  await french.end()
})

test('pages contain nothing else of the deck', async () => {
  const { code } = amphi.facts
  for (const path of [`/${code}`, `/${code}/present`, `/${code}/screen`, `/${code}/report`]) {
    expect(await page(path)).not.toMatch(/Hidden heading|by heart/)
  }
})

test('a page without a lesson preloads nothing', async () => {
  const html = await page(amphi.facts.code === '100000' ? '/100001' : '/100000')
  expect(html).toContain('<title>Amphi</title>')
  expect(html).not.toMatch(/as="fetch"|\/themes\//)
})
