/** The API of every lesson in the log, the one that is on and those that are over: facts, the trade of a key or ticket for a cookie, results. */
import { json, type Request, type Response, Router } from 'express'
import { caller } from '../access/caller.ts'
import type { Keys } from '../access/keys.ts'
import type { Pairing } from '../access/pairing.ts'
import { sessionCookies } from '../access/session-cookie.ts'
import { answerWrong } from '../access/wrong-guess.ts'
import { directionOf } from '../deck/direction.ts'
import type { Guesses } from '../door/code-guesses.ts'
import type { Lesson } from '../lesson/lesson.ts'
import type { PastLessons } from '../lessons/past-lessons.ts'
import type { Room } from '../lessons/room.ts'
import { csv, fileName } from '../report/csv.ts'
import { report } from '../report/report.ts'
import { problem } from '../wire/refusal.ts'

export interface RecordParts {
  room: (code: string) => Room | undefined
  past: PastLessons
  keys: Keys
  pairing: Pairing
  guesses: Guesses
  /** Cookies are sent over HTTPS only. */
  secure: boolean
  /** The request comes from one of our own pages, or from no page. */
  trusts: (request: Request) => boolean
}

type Asked = Request<{ code: string }>

export function recordApi({ room, past, keys, pairing, guesses, secure, trusts }: RecordParts): Router {
  const router = Router()

  router.get('/:code', async (request: Asked, response) => {
    const { code } = request.params
    const on = room(code)
    if (on) {
      const { title, lang = '' } = on.deck
      const status = on.lesson.endedAt === undefined ? 'live' : 'over'
      return void response.json({ code, title, status, lang, ...directionOf(on.deck) })
    }
    const facts = await past.facts(code)
    if (!facts) return answerWrong(guesses, request, response, 'unknown-lesson')
    const { title, lang = '', paused } = facts
    const told = { code, status: 'over', lang, ...directionOf({ lang }), ...(paused && { paused }) }
    if (caller(keys, request, code) !== 'student') {
      return void response.json({ ...told, title })
    }
    // Whoever was there knows what it was about; whoever guesses waits, and does not hear it.
    const reason = await guesses.answer(request.socket.remoteAddress, 'over')
    if (reason === 'too-fast') return void response.status(429).json(problem(reason))
    response.json({ ...told, title: '' })
  })

  /** `{key}` or `{pairing}`. */
  router.post('/:code/key', json({ limit: '1kb' }), async (request: Asked, response) => {
    const { code } = request.params
    if (!(await isKnown(code))) return answerWrong(guesses, request, response, 'unknown-lesson')
    const key = trusts(request) ? keyIn(request.body, code) : undefined
    const authority = keys.authority(code, key)
    if (!authority) return answerWrong(guesses, request, response, 'forbidden')
    response.set('Set-Cookie', sessionCookies(keys, code, authority, secure, Date.now())).json({ role: authority })
  })

  router.get(
    '/:code/report.json',
    presenterOnly((lesson, _request, response) => {
      response.json(report(lesson))
    }),
  )

  router.get(
    '/:code/report.csv',
    presenterOnly((lesson, request, response) => {
      const told = report(lesson)
      const lang = typeof request.query.lang === 'string' ? request.query.lang : (lesson.lang ?? '')
      const table = request.query.table === 'counts' ? 'counts' : 'students'
      response
        .attachment(fileName(told, lang, table))
        .type('text/csv; charset=utf-8')
        .send(csv(told, lang, table))
    }),
  )

  return router

  /** The key that is given, or the one that a ticket stands for. */
  function keyIn(body: { key?: unknown; pairing?: unknown } | undefined, code: string): string | undefined {
    if (typeof body?.key === 'string') return body.key
    const isPaired = typeof body?.pairing === 'string' && pairing.redeem(code, body.pairing)
    return isPaired ? keys.presenter(code) : undefined
  }

  async function isKnown(code: string): Promise<boolean> {
    return room(code) !== undefined || (await past.facts(code)) !== undefined
  }

  /** The key is looked at first: nobody else makes the server read a lesson, or make a report of it. */
  function presenterOnly(handle: (lesson: Lesson, request: Request, response: Response) => void) {
    return async (request: Asked, response: Response) => {
      const { code } = request.params
      response.set('Cache-Control', 'private, no-store')
      const on = room(code)
      if (caller(keys, request, code) === 'presenter') {
        const lesson = on?.lesson ?? (await past.read(code))
        if (lesson) return handle(lesson, request, response)
      }
      if (on) return void response.status(403).json(problem('forbidden'))
      await answerWrong(guesses, request, response, (await isKnown(code)) ? 'forbidden' : 'unknown-lesson')
    }
  }
}
