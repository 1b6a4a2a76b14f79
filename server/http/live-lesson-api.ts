/**
 * The API of a running lesson: the deck as the caller may see it, the address that students open, and tickets for the
 * presenter's phone.
 */
import { json, type Request, Router } from 'express'
import type { Links } from '../access/links.ts'
import type { Pairing } from '../access/pairing.ts'
import type { Guesses } from '../door/guess-delay.ts'
import type { Lesson } from '../lesson/lesson.ts'
import { deckView, sameShown } from '../lesson/views/visible-deck.ts'
import type { Room } from '../lessons/room.ts'
import { ROLES, type Role } from '../wire/protocol.ts'
import { problem } from '../wire/refusal.ts'
import type { LessonResponse } from './asked-lesson.ts'
import { type Body, body, sendBody } from './compressed.ts'
import { qrSvg } from './qr.ts'
import { answerWrongGuess } from './wrong-guess.ts'

export interface LiveLessonParts {
  /** The request comes from one of our own pages, or not from a page at all. */
  trusts: (request: Request) => boolean
  links: () => Links
  pairing: Pairing
  guesses: Guesses
  /** Called when the join URL has changed. */
  refresh: () => void
}

type LessonRequest = Request<{ code: string }>
type Handle = (room: Room, request: LessonRequest, response: LessonResponse) => void | Promise<void>

export function liveLessonApi({ trusts, links, pairing, guesses, refresh }: LiveLessonParts): Router {
  const router = Router()
  const bodies = new Map<string, { lesson: Lesson; version: string; body: Body }>()

  router.get(
    '/:code/deck',
    withRoom((room, request, response) => {
      const role = lowered(response.locals.asked.role(), request.query.as)
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

  /** `{host}`: one of the choices, which students' links use from then on. */
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

  /** `{url, svg, expiresAt}`: the URL lets in one more presenter device, once, within 2 minutes. */
  router.post(
    '/:code/pairing',
    presenterOnly(async ({ code }, request, response) => {
      if (!trusts(request)) return void response.status(403).json(problem('forbidden'))
      const { ticket, expiresAt } = pairing.issue(code)
      const url = `${links().join(code)}/present#pair=${ticket}`
      response.json({ url, svg: await qrSvg(url), expiresAt })
    }),
  )

  /** `{paired}`: whether the last such URL has been used. */
  router.get(
    '/:code/pairing',
    presenterOnly(({ code }, _request, response) => void response.json({ paired: pairing.redeemed(code) })),
  )

  return router

  function withRoom(handle: Handle) {
    return async (request: LessonRequest, response: LessonResponse) => {
      const { lesson } = response.locals.asked
      if (lesson) return handle(lesson.room, request, response)
      await answerWrongGuess(guesses, request, response, 'unknown-lesson')
    }
  }

  function presenterOnly(handle: Handle) {
    return withRoom((room, request, response) => {
      response.set('Cache-Control', 'private, no-store')
      if (response.locals.asked.role() === 'presenter') return handle(room, request, response)
      response.status(403).json(problem('forbidden'))
    })
  }

  /** Cached: what a role sees changes only with the lesson or the deck. */
  function deckBody(role: Role, room: Room): Body {
    const id = `${room.code} ${role}`
    const cached = bodies.get(id)
    const { lesson, deck } = room
    if (cached && sameShown(cached.lesson, lesson) && cached.version === deck.version) return cached.body
    const fresh = body('application/json; charset=utf-8', JSON.stringify(deckView(role, lesson, deck)))
    bodies.set(id, { lesson, version: deck.version, body: fresh })
    return fresh
  }
}

/** `?as=` lowers the role, so that a preview in the presenter's browser sees no more than it should; it never raises it. */
function lowered(role: Role, as: unknown): Role {
  const rank: Record<Role, number> = { student: 0, screen: 1, presenter: 2 }
  const wanted = ROLES.find(known => known === as)
  return wanted && rank[wanted] < rank[role] ? wanted : role
}
