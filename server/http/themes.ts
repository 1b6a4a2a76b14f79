/** The style sheets of reveal.js, highlight.js and KaTeX, by name, without anything from other hosts. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Router } from 'express'
import type { Deck } from '../deck/deck.ts'
import { highlightTheme, revealTheme } from '../deck/source/themes.ts'
import { type Body, body, sendBody } from './compressed.ts'

/** Fonts from other hosts; the theme's fallbacks replace them. */
export const REMOTE_IMPORT = /@import\s*(?:url\()?\s*["']?https?:[^;]*;/gi

/** Fonts embedded in a sheet, up to 575 kB: served as files, they delay no slide and only the ones in use are fetched. */
const EMBEDDED = /url\(data:font\/woff;base64,([^)]+)\)/g
/** Address of such a font: the theme's name and the font's position in the sheet. */
const FONT = /^(.+)\/(\d{1,2})\.woff$/

/** KaTeX's fonts in formats for browsers that are too old for our pages. */
const OLD_FORMS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g
export const MATHS_FONT = /^KaTeX_[\w-]+\.woff2$/
/** A theme that puts headings in capitals would change the meaning of a formula. */
const AS_WRITTEN = '.katex{text-transform:none;letter-spacing:normal}'

const kinds = new Map([
  ['reveal', revealTheme],
  ['highlight', highlightTheme],
])

export const KATEX = createRequire(import.meta.url).resolve('katex/dist/katex.min.css')

export function themes(): Router {
  const router = Router()

  // Slides with scripts load them from frames that have no origin.
  router.use('/themes', (_request, response, next) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    next()
  })
  const bodies = new Map<string, Body>()
  const fonts = new Map<string, Buffer[]>()

  router.get('/themes/reveal/*name', async (request, response, next) => {
    const [, name = '', place = ''] = FONT.exec(request.params.name.join('/')) ?? []
    const file = revealTheme(name)
    if (!file) return next()
    const embedded = fonts.get(file) ?? fontsIn(await readFile(file, 'utf8'))
    fonts.set(file, embedded)
    const font = embedded[Number(place)]
    if (!font) return next()
    response.set({ 'Cache-Control': 'public, max-age=86400', 'Content-Type': 'font/woff' }).end(font)
  })

  router.get('/themes/katex/katex.css', async (request, response) => {
    const sheet = bodies.get(KATEX) ?? body('text/css; charset=utf-8', withoutOldForms(await readFile(KATEX, 'utf8')))
    bodies.set(KATEX, sheet)
    response.set('Cache-Control', 'public, max-age=3600')
    return sendBody(request, response, sheet)
  })

  router.get('/themes/katex/fonts/:name', async (request, response, next) => {
    if (!MATHS_FONT.test(request.params.name)) return next()
    const font = await readFile(join(dirname(KATEX), 'fonts', request.params.name)).catch(() => undefined)
    if (!font) return next()
    response.set({ 'Cache-Control': 'public, max-age=86400', 'Content-Type': 'font/woff2' }).end(font)
  })

  router.get('/themes/:kind/*name', async (request, response, next) => {
    const name = request.params.name.join('/')
    const file = name.endsWith('.css') ? kinds.get(request.params.kind)?.(name.slice(0, -'.css'.length)) : undefined
    if (file === undefined) return next()
    const sheet =
      bodies.get(file) ?? body('text/css; charset=utf-8', lightened(await readFile(file, 'utf8'), name.slice(0, -4)))
    bodies.set(file, sheet)
    response.set('Cache-Control', 'public, max-age=3600')
    return sendBody(request, response, sheet)
  })

  return router
}

/** Addresses of the sheets that a deck uses besides its own (client/slides/theme.ts). */
export const sheetsOf = ({
  theme,
  highlightTheme,
  maths,
}: Pick<Deck, 'theme' | 'highlightTheme' | 'maths'>): string[] => [
  ...(theme ? [`/themes/reveal/${encodeURIComponent(theme)}.css`] : []),
  `/themes/highlight/${encodeURIComponent(highlightTheme)}.css`,
  ...(maths ? ['/themes/katex/katex.css'] : []),
]

export const withoutOldForms = (css: string) => css.replace(OLD_FORMS, '') + AS_WRITTEN

function lightened(css: string, name: string): string {
  const folder = name.split('/').at(-1)
  let place = 0
  return css
    .replace(REMOTE_IMPORT, '')
    .replace(EMBEDDED, () => `url(${folder}/${place++}.woff)`)
    .replaceAll('@font-face{', '@font-face{font-display:swap;')
}

const fontsIn = (css: string) => [...css.matchAll(EMBEDDED)].map(([, font = '']) => Buffer.from(font, 'base64'))
