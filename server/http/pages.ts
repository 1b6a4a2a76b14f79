/** The built pages, and which URL shows which. None holds anything of a lesson: that comes over the API, as far as the caller may see it. */
import { type Request, type RequestHandler, Router } from 'express'
import { slowly } from '../guess.ts'
import { qrSvg } from './qr.ts'

/** Where the pages come from: built once, or straight from their sources in development. */
export interface PageSource {
  /** The HTML of the page in `client/<name>`. */
  page(name: string): Promise<string>
  /** Those that the pages speak; empty in development. */
  languages: readonly string[]
  /** Serves what the pages load. */
  files: RequestHandler
  close(): Promise<void>
}

export interface PageParts {
  source: PageSource
  /** The URL that students open; undefined for an unknown code. */
  join: (code: string) => string | undefined
  /** A lesson that is not on; its report is still to be had. */
  past: (code: string) => Promise<unknown>
  /** What a lesson's deck asks for, BCP 47; '' when it does not say. */
  lang: (code: string) => string
}

/** A language's words, as the build names them in a page (build/preload.ts). */
const WORDS = /\s*<link [^>]*hreflang="([a-z]+)"[^>]*>/g

export function pages({ source, join: joinUrl, past, lang }: PageParts): Router {
  const router = Router()

  router.get('/', async (request, response) => {
    response.type('html').send(inLanguage(await source.page('home'), request, ''))
  })
  for (const [path, name] of [
    ['/:code', 'student'],
    ['/:code/present', 'presenter'],
    ['/:code/screen', 'screen'],
    ['/:code/report', 'report'],
  ] as const) {
    router.get(path, async (request, response, next) => {
      const { code } = request.params
      if (!/^\d{6}$/.test(code)) return next()
      const isOver = joinUrl(code) === undefined && (await past(code)) !== undefined
      // The key stays in the address: browsers take the fragment along.
      if (isOver && name === 'presenter') return response.redirect(`/${code}/report`)
      const status = joinUrl(code) === undefined && !isOver ? await slowly(404) : 200
      const html = await source.page(name)
      response
        .status(status)
        .type('html')
        .send(inLanguage(html, request, lang(code)))
    })
  }
  router.get('/:code/qr.svg', async (request, response, next) => {
    const url = joinUrl(request.params.code)
    if (url === undefined) return next(await slowly(undefined))
    response
      .set('Cache-Control', 'no-cache')
      .type('image/svg+xml')
      .send(await qrSvg(url))
  })
  router.use(source.files)
  return router
}

/** @param html of any built page */
export const languagesOf = (html: string) => [...html.matchAll(WORDS)].map(([, tag = '']) => tag)

/** In the first language that is asked for of those whose words the page names; only these are fetched along with it. */
function inLanguage(html: string, request: Request, asked: string): string {
  const known = languagesOf(html)
  const tags = [asked, ...request.acceptsLanguages()].map(tag => tag.slice(0, 2).toLowerCase())
  const chosen = tags.find(tag => known.includes(tag)) ?? 'en'
  return html
    .replace('<html lang="en">', `<html lang="${chosen}">`)
    .replace(WORDS, (link, tag) => (tag === chosen ? link : ''))
}
