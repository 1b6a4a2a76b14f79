/** The style sheets of reveal.js and highlight.js, by name, with nothing in them that asks another host. */
import { readFile } from 'node:fs/promises'
import { Router } from 'express'
import { highlightTheme, revealTheme } from '../deck/themes.ts'
import { type Body, body, sendBody } from './compressed.ts'

/** Fonts from elsewhere; the theme's own fallbacks take their place. */
const REMOTE_IMPORT = /@import\s*(?:url\()?\s*["']?https?:[^;]*;/gi

const kinds = new Map([
  ['reveal', revealTheme],
  ['highlight', highlightTheme],
])

export function themes(): Router {
  const router = Router()
  const bodies = new Map<string, Body>()

  router.get('/themes/:kind/*name', async (request, response, next) => {
    const name = request.params.name.join('/')
    const file = name.endsWith('.css') ? kinds.get(request.params.kind)?.(name.slice(0, -'.css'.length)) : undefined
    if (file === undefined) return next()
    const sheet =
      bodies.get(file) ?? body('text/css; charset=utf-8', (await readFile(file, 'utf8')).replace(REMOTE_IMPORT, ''))
    bodies.set(file, sheet)
    response.set('Cache-Control', 'public, max-age=3600')
    return sendBody(request, response, sheet)
  })

  return router
}
