/** A deck's own style sheets: the same for everybody, served from memory. */
import { Router } from 'express'
import type { Sheet } from '../deck/deck.ts'
import type { LessonResponse } from './asked-lesson.ts'
import { type Body, body, sendBody } from './compressed.ts'

export function deckCss(): Router {
  const router = Router()
  const bodies = new WeakMap<Sheet, Body>()

  router.get('/:code/assets/*path', async (request, response: LessonResponse, next) => {
    const path = request.params.path.join('/')
    const sheet = response.locals.asked.lesson?.room.deck.css.find(known => known.path === path)
    if (!sheet) return next()
    const css = bodies.get(sheet) ?? body('text/css; charset=utf-8', sheet.text)
    bodies.set(sheet, css)
    response.set('Cache-Control', 'private, no-cache')
    return sendBody(request, response, css)
  })

  return router
}
