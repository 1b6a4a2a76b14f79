/** The API of every lesson in the log, running or over: title and status, a cookie in exchange for a key or ticket, results. */
import { json, type Request, Router } from 'express'
import type { Keys } from '../access/keys.ts'
import type { Pairing } from '../access/pairing.ts'
import { sessionCookies } from '../access/session-cookie.ts'
import { directionOf } from '../deck/language.ts'
import type { Guesses } from '../door/guess-delay.ts'
import type { Lesson } from '../lesson/lesson.ts'
import type { PastLessons } from '../lessons/past-lessons.ts'
import { csv, fileName, TABLES } from '../report/csv.ts'
import { report } from '../report/report.ts'
import { roster } from '../report/roster.ts'
import { problem } from '../wire/refusal.ts'
import type { AskedLesson, LessonResponse } from './asked-lesson.ts'
import { answerWrongGuess } from './wrong-guess.ts'

export interface LessonRecordParts {
  past: PastLessons
  keys: Keys
  pairing: Pairing
  guesses: Guesses
  /** Send cookies over HTTPS only. */
  secure: boolean
  /** The request comes from one of our own pages, or not from a page at all. */
  trusts: (request: Request) => boolean
}

export function lessonRecordApi({ past, keys, pairing, guesses, secure, trusts }: LessonRecordParts): Router {
  const router = Router()

  router.get('/:code', async (request, response: LessonResponse) => {
    const { code, lesson: on, role } = response.locals.asked
    if (on) {
      const { deck, lesson } = on.room
      const { title, lang = '' } = deck
      const status = lesson.endedAt === undefined ? 'live' : 'over'
      return void response.json({ code, title, status, lang, ...directionOf(deck) })
    }
    const facts = await past.facts(code)
    if (!facts) return answerWrongGuess(guesses, request, response, 'unknown-lesson')
    const { title, lang = '', paused } = facts
    const known = { code, status: 'over', lang, ...directionOf({ lang }), ...(paused && { paused }) }
    if (role() !== 'student') return void response.json({ ...known, title })
    // The title stays hidden, and the answer is delayed, since this may be somebody guessing codes.
    const reason = await guesses.answer(request.socket.remoteAddress, 'over')
    if (reason === 'too-fast') return void response.status(429).json(problem(reason))
    response.json({ ...known, title: '' })
  })

  /** `{key}` or `{pairing}`. */
  router.post('/:code/key', json({ limit: '1kb' }), async (request, response: LessonResponse) => {
    const { code } = response.locals.asked
    if (!(await isKnown(response.locals.asked))) return answerWrongGuess(guesses, request, response, 'unknown-lesson')
    const key = trusts(request) ? keyIn(request.body, code) : undefined
    const authority = keys.authority(code, key)
    if (!authority) return answerWrongGuess(guesses, request, response, 'forbidden')
    response.set('Set-Cookie', sessionCookies(keys, code, authority, secure, Date.now())).json({ role: authority })
  })

  router.get(
    '/:code/report.json',
    presenterOnly((lesson, _request, response) => {
      response.json(report(lesson))
    }),
  )

  router.get(
    '/:code/students',
    presenterOnly((lesson, _request, response: LessonResponse) => {
      response.json(roster(lesson, response.locals.asked.lesson?.room.deck))
    }),
  )

  router.get(
    '/:code/report.csv',
    presenterOnly((lesson, request, response) => {
      const results = report(lesson)
      const lang = typeof request.query.lang === 'string' ? request.query.lang : (lesson.lang ?? '')
      const table = TABLES.find(table => table === request.query.table) ?? 'students'
      response
        .attachment(fileName(results, lang, table))
        .type('text/csv; charset=utf-8')
        .send(csv(results, lang, table))
    }),
  )

  return router

  /** The key in the body, or the one that its ticket stands for. */
  function keyIn(body: { key?: unknown; pairing?: unknown } | undefined, code: string): string | undefined {
    if (typeof body?.key === 'string') return body.key
    const isPaired = typeof body?.pairing === 'string' && pairing.redeem(code, body.pairing)
    return isPaired ? keys.presenter(code) : undefined
  }

  async function isKnown({ code, lesson }: AskedLesson): Promise<boolean> {
    return lesson !== undefined || (await past.facts(code)) !== undefined
  }

  /** Checks the key first, so that nobody else can make the server read a lesson or build a report. */
  function presenterOnly(handle: (lesson: Lesson, request: Request, response: LessonResponse) => void) {
    return async (request: Request, response: LessonResponse) => {
      const { code, lesson: on, role } = response.locals.asked
      response.set('Cache-Control', 'private, no-store')
      if (role() === 'presenter') {
        const lesson = on?.room.lesson ?? (await past.read(code))
        if (lesson) return handle(lesson, request, response)
      }
      if (on) return void response.status(403).json(problem('forbidden'))
      const reason = (await isKnown(response.locals.asked)) ? 'forbidden' : 'unknown-lesson'
      await answerWrongGuess(guesses, request, response, reason)
    }
  }
}
