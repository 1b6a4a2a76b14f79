/**
 * Mermaid diagrams are drawn once, by a presenter or screen page: this API tells those pages what is missing and takes
 * their drawings.
 */
import { type Request, type Response, Router, text } from 'express'
import { type Diagrams, sources } from '../pictures/diagram-store.ts'
import { problem } from '../wire/refusal.ts'
import type { LessonResponse } from './asked-lesson.ts'

/** Largest drawing. */
const LARGEST = '1mb'

export interface DiagramApiParts {
  /** The request comes from one of our own pages, or not from a page at all. */
  trusts: (request: Request) => boolean
  diagrams: Diagrams
}

/** Without a key the answer reveals nothing, not even whether the lesson exists. */
export function diagramApi({ trusts, diagrams }: DiagramApiParts): Router {
  const router = Router()

  router.use('/:code/diagrams', (request, response: LessonResponse, next) => {
    response.set('Cache-Control', 'private, no-store')
    if (response.locals.asked.role() !== 'student' && trusts(request)) return next()
    response.status(403).json(problem('forbidden'))
  })

  router.get('/:code/diagrams', async (_request, response: LessonResponse) => {
    const { lesson } = response.locals.asked
    if (!lesson) return void response.status(404).json(problem('unknown-lesson'))
    response.json(await diagrams.missing(lesson.room.deck))
  })

  /** Takes an SVG drawing, or the reason in plain text why it cannot be drawn. */
  router.post(
    '/:code/diagrams/:name',
    text({ type: ['image/svg+xml', 'text/plain'], limit: LARGEST }),
    async (request, response: LessonResponse) => {
      const { lesson } = response.locals.asked
      const { name } = request.params
      if (!lesson) return void response.status(404).json(problem('unknown-lesson'))
      const { deck } = lesson.room
      if (!Object.hasOwn(sources(deck), name)) return invalid(response)
      if (request.is('text/plain')) diagrams.giveUp(deck, name)
      else if (typeof request.body === 'string' && /^<svg[\s>]/.test(request.body)) {
        await diagrams.put(deck, name, request.body)
      } else return invalid(response)
      response.status(204).end()
    },
  )

  return router
}

const invalid = (response: Response): void => void response.status(400).json(problem('invalid'))
