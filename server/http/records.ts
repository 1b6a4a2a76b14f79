/** The API of every lesson in the log, the one that is on and those that are over: facts, the trade of a key or ticket for a cookie, results. */
import { json, type Request, type Response, Router } from 'express'
import { csv } from '../csv.ts'
import { slowly } from '../guess.ts'
import type { Keys } from '../keys.ts'
import type { Lesson } from '../lesson/lesson.ts'
import type { Pairing } from '../pairing.ts'
import { problem } from '../refusal.ts'
import { report } from '../report.ts'
import type { Room } from '../room.ts'
import { caller } from './caller.ts'
import { sessionCookies } from './session-cookie.ts'

export interface RecordParts {
  room: (code: string) => Room | undefined
  /** A lesson that is not on, from the log. */
  past: (code: string) => Promise<Lesson | undefined>
  keys: Keys
  pairing: Pairing
  /** Cookies are sent over HTTPS only. */
  secure: boolean
  /** The request comes from one of our own pages, or from no page. */
  trusts: (request: Request) => boolean
}

type Handle = (lesson: Lesson, request: Request, response: Response) => void | Promise<void>

export function recordApi({ room, past, keys, pairing, secure, trusts }: RecordParts): Router {
  const router = Router()

  router.get(
    '/:code',
    withLesson((lesson, _request, response) => {
      const on = room(lesson.code)
      const status = on && lesson.endedAt === undefined ? 'live' : 'over'
      const { title, lang = '' } = on?.deck ?? lesson
      response.json({ code: lesson.code, title, status, lang })
    }),
  )

  /** `{key}` or `{pairing}`. */
  router.post(
    '/:code/key',
    json({ limit: '1kb' }),
    withLesson(async ({ code }, request, response) => {
      const key = trusts(request) ? keyIn(request.body, code) : undefined
      const authority = keys.authority(code, key)
      if (!authority) {
        return void response.status(403).json(await slowly(problem('forbidden')))
      }
      response.set('Set-Cookie', sessionCookies(keys, code, authority, secure, Date.now())).json({ role: authority })
    }),
  )

  router.get(
    '/:code/report.json',
    presenterOnly((lesson, _request, response) => {
      response.json(report(lesson))
    }),
  )

  router.get(
    '/:code/report.csv',
    presenterOnly((lesson, request, response) => {
      const lang = request.query.lang
      response
        .attachment(`amphi-${lesson.code}.csv`)
        .type('text/csv; charset=utf-8')
        .send(csv(report(lesson), typeof lang === 'string' ? lang : 'en'))
    }),
  )

  return router

  /** The key that is given, or the one that a ticket stands for. */
  function keyIn(body: { key?: unknown; pairing?: unknown } | undefined, code: string): string | undefined {
    if (typeof body?.key === 'string') return body.key
    const isPaired = typeof body?.pairing === 'string' && pairing.redeem(code, body.pairing)
    return isPaired ? keys.presenter(code) : undefined
  }

  function withLesson(handle: Handle) {
    return async (request: Request<{ code: string }>, response: Response) => {
      const { code } = request.params
      const lesson = room(code)?.lesson ?? (await past(code))
      if (lesson) return handle(lesson, request, response)
      response.status(404).json(await slowly(problem('unknown-lesson')))
    }
  }

  function presenterOnly(handle: Handle) {
    return withLesson((lesson, request, response) => {
      response.set('Cache-Control', 'private, no-store')
      if (caller(keys, request, lesson.code) === 'presenter') return handle(lesson, request, response)
      response.status(403).json(problem('forbidden'))
    })
  }
}
