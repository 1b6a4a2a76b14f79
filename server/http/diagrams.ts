/**
 * For the pages that draw Mermaid diagrams, which are the presenter's and the screen's: what is to be drawn, and the
 * drawings, each made once.
 */
import { type Request, type Response, Router, text } from 'express'
import { caller } from '../access/caller.ts'
import type { Keys } from '../access/keys.ts'
import type { Room } from '../lessons/room.ts'
import { type Diagrams, sources } from '../pictures/diagram-store.ts'
import { problem } from '../wire/refusal.ts'

/** Of a drawing. */
const LARGEST = '1mb'

export interface DiagramApiParts {
  room: (code: string) => Room | undefined
  keys: Keys
  /** The request comes from one of our own pages, or from no page. */
  trusts: (request: Request) => boolean
  diagrams: Diagrams
}

/** Whoever holds no key learns nothing, not even whether there is such a lesson. */
export function diagramApi({ room: find, keys, trusts, diagrams }: DiagramApiParts): Router {
  const router = Router()

  router.use('/:code/diagrams', (request, response, next) => {
    response.set('Cache-Control', 'private, no-store')
    if (caller(keys, request, request.params.code) !== 'student' && trusts(request)) return next()
    response.status(403).json(problem('forbidden'))
  })

  router.get('/:code/diagrams', async (request, response) => {
    const room = find(request.params.code)
    if (!room) return void response.status(404).json(problem('unknown-lesson'))
    response.json(await diagrams.missing(room.deck))
  })

  /** An SVG is the drawing; a plain text says why there can be none. */
  router.post(
    '/:code/diagrams/:name',
    text({ type: ['image/svg+xml', 'text/plain'], limit: LARGEST }),
    async (request, response) => {
      const room = find(request.params.code)
      const { name } = request.params
      if (!room) return void response.status(404).json(problem('unknown-lesson'))
      if (!Object.hasOwn(sources(room.deck), name)) return invalid(response)
      if (request.is('text/plain')) diagrams.giveUp(room.deck, name)
      else if (typeof request.body === 'string' && /^<svg[\s>]/.test(request.body)) {
        await diagrams.put(room.deck, name, request.body)
      } else return invalid(response)
      response.status(204).end()
    },
  )

  return router
}

const invalid = (response: Response): void => void response.status(400).json(problem('invalid'))
