/**
 * The API of the lesson that is on: the deck as the caller may see it, the address that students open, and tickets for the
 * presenter's phone.
 */
import { json, type Request, Router } from 'express'
import type { Links } from '../access/links.ts'
import type { Pairing } from '../access/pairing.ts'
import { answerWrong } from '../access/wrong-guess.ts'
import type { Guesses } from '../door/code-guesses.ts'
import type { Lesson } from '../lesson/lesson.ts'
import { deckView } from '../lesson/views/visible-deck.ts'
import type { Room } from '../lessons/room.ts'
import { ROLES, type Role } from '../wire/protocol.ts'
import { problem } from '../wire/refusal.ts'
import type { LessonResponse } from './asked-lesson.ts'
import { type Body, body, sendBody } from './compressed.ts'
import { qrSvg } from './qr.ts'

export interface LessonApiParts {
  /** The request comes from one of our own pages, or from no page. */
  trusts: (request: Request) => boolean
  links: () => Links
  pairing: Pairing
  guesses: Guesses
  /** The join URL has changed. */
  refresh: () => void
}

type LessonRequest = Request<{ code: string }>
type Handle = (room: Room, request: LessonRequest, response: LessonResponse) => void | Promise<void>

export function lessonApi({ trusts, links, pairing, guesses, refresh }: LessonApiParts): Router {
  const router = Router()
  const bodies = new Map<string, { lesson: Lesson; version: string; body: Body }>()

  router.get(
    '/:code/deck',
    withRoom((room, request, response) => {
      const role = lowered(response.locals.asked.role, request.query.as)
      response.set('Cache-Control', 'private, no-cache')
      return sendBody(request, response, deckBody(role, room))
    }),
  )

  router.get(
    '/:code/address',
    presenterOnly((_room, _request, response) => {
      response.json({ origin: links().origin, choices: links().choices })
    }),
  )

  /** `{host}`: the address that students get from now on, one of the choices. */
  router.post(
    '/:code/address',
    json({ limit: '1kb' }),
    presenterOnly((_room, request, response) => {
      const host: unknown = request.body?.host
      if (!trusts(request)) return void response.status(403).json(problem('forbidden'))
      if (typeof host !== 'string' || !links().choose(host)) return void response.status(400).json(problem('invalid'))
      refresh()
      response.json({ origin: links().origin, choices: links().choices })
    }),
  )

  /** `{url, svg, expiresAt}`: the address lets in one other device as the presenter's, once, within 2 minutes. */
  router.post(
    '/:code/pairing',
    presenterOnly(async ({ code }, request, response) => {
      if (!trusts(request)) return void response.status(403).json(problem('forbidden'))
      const { ticket, expiresAt } = pairing.issue(code)
      const url = `${links().join(code)}/present#pair=${ticket}`
      response.json({ url, svg: await qrSvg(url), expiresAt })
    }),
  )

  /** `{paired}`: whether the last such address has been opened. */
  router.get(
    '/:code/pairing',
    presenterOnly(({ code }, _request, response) => void response.json({ paired: pairing.redeemed(code) })),
  )

  return router

  function withRoom(handle: Handle) {
    return async (request: LessonRequest, response: LessonResponse) => {
      const { lesson } = response.locals.asked
      if (lesson) return handle(lesson.room, request, response)
      await answerWrong(guesses, request, response, 'unknown-lesson')
    }
  }

  function presenterOnly(handle: Handle) {
    return withRoom((room, request, response) => {
      response.set('Cache-Control', 'private, no-store')
      if (response.locals.asked.role === 'presenter') return handle(room, request, response)
      response.status(403).json(problem('forbidden'))
    })
  }

  /** What a role sees changes only with the lesson or the deck; between changes the encoded body is kept. */
  function deckBody(role: Role, room: Room): Body {
    const id = `${room.code} ${role}`
    const kept = bodies.get(id)
    const { lesson, deck } = room
    if (kept && kept.lesson.shown === lesson.shown && kept.version === deck.version) return kept.body
    const fresh = body('application/json; charset=utf-8', JSON.stringify(deckView(role, lesson, deck)))
    bodies.set(id, { lesson, version: deck.version, body: fresh })
    return fresh
  }
}

/** `?as=` lets a page of the presenter's browser see as little as its role does; it never gives more. */
function lowered(role: Role, as: unknown): Role {
  const rank: Record<Role, number> = { student: 0, screen: 1, presenter: 2 }
  const wanted = ROLES.find(known => known === as)
  return wanted && rank[wanted] < rank[role] ? wanted : role
}
