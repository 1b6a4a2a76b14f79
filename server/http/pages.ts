/**
 * Serves the built pages. They contain only what is public about a lesson, its title and the addresses of its style
 * sheets; the rest comes over the API.
 */
import { type Request, type RequestHandler, Router } from 'express'
import type { Guesses } from '../door/guess-delay.ts'
import { ownSheets } from '../lesson/views/visible-deck.ts'
import type { PastLessons } from '../lessons/past-lessons.ts'
import type { Role } from '../wire/protocol.ts'
import type { LessonResponse } from './asked-lesson.ts'
import { inLanguage, withDeck } from './page-head.ts'
import { qrSvg } from './qr.ts'
import { sheetsOf } from './themes.ts'

/** Where the pages come from: the build, or Vite in development. */
export interface PageSource {
  /** The HTML of the page in `client/<name>`. */
  page(name: string): Promise<string>
  /** Languages that the pages have words for; empty in development. */
  languages: readonly string[]
  /** Serves the scripts and styles of the pages. */
  files: RequestHandler
  close(): Promise<void>
}

export interface PageParts {
  source: PageSource
  /** The URL that students open. */
  join: (code: string) => string
  /** Lessons that are not running; their reports can still be read. */
  past: PastLessons
  guesses: Guesses
  /** BCP 47, of the decks being presented; '' when unset or when they differ. */
  lang: () => string
  /** The request is made by a program on this computer. */
  isOwn: (request: Request) => boolean
}

export function pages({ source, join, past, guesses, lang, isOwn }: PageParts): Router {
  const router = Router()

  router.get('/', async (request, response) => {
    response.type('html').send(inLanguage(await source.page('home'), request, { lang: lang() }))
  })
  // The page itself contains no data, so other computers may load it. It speaks the browser's language, not a deck's.
  router.get('/teach', async (request, response) => {
    response
      .status(isOwn(request) ? 200 : 403)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(inLanguage(await source.page('teach'), request, {}))
  })
  for (const [path, name] of [
    ['/:code', 'student'],
    ['/:code/present', 'presenter'],
    ['/:code/screen', 'screen'],
    ['/:code/report', 'report'],
  ] as const) {
    router.get(path, async (request, response: LessonResponse, next) => {
      const { code, lesson, role } = response.locals.asked
      if (!/^\d{6}$/.test(code)) return next()
      const over = lesson ? undefined : await past.facts(code)
      const status = lesson ? 200 : await statusOfOther(request, role, over !== undefined)
      // Browsers keep the fragment, and so the key, on a redirect.
      if (over && status === 200 && name === 'presenter') return response.redirect(`/${code}/report`)
      const deck = lesson?.room.deck
      const html = inLanguage(await source.page(name), request, deck ?? over ?? { lang: lang() })
      const sheets = deck && name !== 'report' ? [...sheetsOf(deck), ...ownSheets(code, deck)] : []
      const data = name === 'student' ? [`/api/lessons/${code}/deck?as=student`] : []
      response
        .status(status)
        .type('html')
        .send(deck ? withDeck(html, deck, sheets, data) : html)
    })
  }
  router.get('/:code/qr.svg', async (request, response: LessonResponse, next) => {
    const { code, lesson } = response.locals.asked
    if (!lesson) {
      await guesses.answer(request.socket.remoteAddress, 'unknown-lesson')
      return next()
    }
    response
      .set('Cache-Control', 'no-cache')
      .type('image/svg+xml')
      .send(await qrSvg(join(code)))
  })
  router.use(source.files)
  return router

  /** Status for a code with no running lesson. Requests with its key or from this computer are answered without delay. */
  async function statusOfOther(request: Request, role: () => Role, isPast: boolean): Promise<200 | 404 | 429> {
    if (isPast && (isOwn(request) || role() !== 'student')) return 200
    const reason = await guesses.answer(request.socket.remoteAddress, isPast ? 'over' : 'unknown-lesson')
    if (reason === 'too-fast') return 429
    return isPast ? 200 : 404
  }
}
