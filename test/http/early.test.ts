/** What the pages bring along of a lesson, so that a phone need not wait for a script to ask for it. */
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

test('the title of the class is there at once, as text', async () => {
  const html = await page(`/${amphi.facts.code}`)
  const title = 'Cells &amp; &quot;more&quot; &lt;b&gt; $&amp; parts'
  expect(html).toContain(`<title>${title} · Amphi</title>`)
  expect(html).toContain(`>${title}</h1>`)
})

test('a phone is told the looks and the slides that it will ask for, and all of them are there', async () => {
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

test('a phone is told of the script that draws slides, which it will ask for as soon as its own has been read', async () => {
  const scripts = [...(await page(`/${amphi.facts.code}`)).matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/g)]
  const texts = await Promise.all(scripts.map(async ([, address = '']) => (await ask(amphi.origin, address)).text))
  expect(texts.filter(text => text.includes('no-transition'))).toHaveLength(1)
})

test('a page brings the words of one language, which is the browser’s where the deck does not say', async () => {
  for (const language of ['en', 'fr']) {
    const html = await page(`/${amphi.facts.code}`, language)
    expect(html).toContain(`<html lang="${language}">`)
    expect([...html.matchAll(/hreflang="(\w+)"/g)].map(([, tag]) => tag)).toEqual([language])
  }
})

test('where there is no lesson a page speaks the language of the deck that is presented', async () => {
  const french = await serve('---\nlang: fr\n---\n# Un\n')
  const unknown = french.facts.code === '100000' ? '/100001' : '/100000'
  for (const path of ['/', unknown]) {
    const { text } = await ask(french.origin, path, { headers: { 'Accept-Language': 'en' } })
    expect(text).toContain('<html lang="fr">')
  }
  await french.end()
})

test('nothing else of the deck is in any page', async () => {
  const { code } = amphi.facts
  for (const path of [`/${code}`, `/${code}/present`, `/${code}/screen`, `/${code}/report`]) {
    expect(await page(path)).not.toMatch(/Hidden heading|by heart/)
  }
})

test('a page of no lesson brings nothing along', async () => {
  const html = await page(amphi.facts.code === '100000' ? '/100001' : '/100000')
  expect(html).toContain('<title>Amphi</title>')
  expect(html).not.toMatch(/as="fetch"|\/themes\//)
})
