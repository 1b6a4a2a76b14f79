/** Style sheets and fonts of themes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../support/amphi.ts'
import { ask } from './ask.ts'

let amphi: Served
beforeAll(async () => {
  amphi = await serve('# $x$\n')
})
afterAll(() => amphi.end())

test("KaTeX's sheet uses only fonts that are served", async () => {
  const { status, headers, text } = await ask(amphi.origin, '/themes/katex/katex.css')
  expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
  const fonts = [...text.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url)
  expect(fonts.length).toBeGreaterThan(10)
  for (const url of fonts) {
    const font = await ask(amphi.origin, `/themes/katex/${url}`)
    expect([font.status, font.headers['content-type']]).toEqual([200, 'font/woff2'])
  }
})

test.each(['katex.js', 'katex.mjs', 'fonts/KaTeX_Main-Regular.ttf', 'fonts/..%2Fkatex.js', 'fonts/KaTeX_None.woff2'])(
  'nothing else of KaTeX is served: %s',
  async name => {
    expect((await ask(amphi.origin, `/themes/katex/${name}`)).status).toBe(404)
  },
)
