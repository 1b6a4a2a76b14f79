/**
 * Files in the deck's folder. They are served only to those who may see them: the presenter and the screen, and students
 * once a slide that uses the file has been shown.
 */
import { extname } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { ASSET_TYPES } from '../deck/asset-types.ts'
import { type Deck, filesOf } from '../deck/deck.ts'
import { DIAGRAM, remoteName } from '../deck/render/addresses.ts'
import type { Lesson } from '../lesson/lesson.ts'
import { shownAssets } from '../lesson/views/visible-deck.ts'
import type { Room } from '../lessons/room.ts'
import type { Diagrams } from '../pictures/diagram-store.ts'
import type { RemotePictures } from '../pictures/remote-pictures.ts'
import type { Picture, Pictures } from '../pictures/smaller-pictures.ts'
import { PICTURE_WIDTHS } from '../rules/pixel-sizes.ts'
import type { AskedLesson, LessonResponse } from './asked-lesson.ts'

export interface AssetParts {
  remote: RemotePictures
  pictures: Pictures
  diagrams: Diagrams
}

const DRAWING = 'image/svg+xml'

/** An SVG or PDF opened on its own must neither run nor load anything. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** A page of the deck's folder, shown in a frame, may run its scripts but reaches neither this site nor any other. */
const FRAME =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts"

export function assets({ remote, pictures, diagrams }: AssetParts): Router {
  const router = Router()
  const shown = new WeakMap<Lesson, { deck: Deck; names: Set<string> }>()

  router.get('/:code/assets/remote/:name', async (request, response: LessonResponse) => {
    const { asked } = response.locals
    const url = named(asked).find(asset => isRemote(asset) && remoteName(asset) === request.params.name)
    const image = url === undefined ? undefined : await remote.get(url)
    if (!image) return notFound(response)
    return send(response, await fitting(request, image))
  })

  router.get('/:code/assets/diagrams/:name.svg', async (request, response: LessonResponse, next) => {
    const { name } = request.params
    const { asked } = response.locals
    if (!asked.lesson || !named(asked).includes(DIAGRAM + name)) return next()
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    // The presenter and screen pages draw the diagrams themselves, so they must not wait for one.
    const waits = asked.role() === 'student'
    const asker = waits ? { address: request.socket.remoteAddress ?? '', gone: gone.signal } : undefined
    const drawing = await diagrams.find(asked.lesson.room.deck, name, asker)
    if (drawing === 'broken') return notFound(response, 410)
    // Not an error, only not drawn yet: the page asks again.
    if (!drawing) return void response.status(202).set('Cache-Control', 'no-store').end()
    return send(response, await fitting(request, drawing))
  })

  router.get('/:code/assets/*path', async (request, response: LessonResponse) => {
    const { lesson, role } = response.locals.asked
    const path = request.params.path.join('/')
    // A presenter may load any file in the folder, since the deck's style sheets may use it.
    if (!lesson || (role() === 'student' && !shownTo(lesson.room).has(path))) return notFound(response)
    const file = await lesson.source.file(path)
    const type = ASSET_TYPES[extname(path).toLowerCase()]
    if (file === undefined || type === undefined || (isPage(type) && !framed(lesson.room.deck, path)))
      return notFound(response)
    return send(response, await fitting(request, { file, type }))
  })

  return router

  /** `?w=` limits a picture's width; widths that are not on offer are ignored. */
  function fitting(request: Request, original: Picture): Picture | Promise<Picture> {
    const width = Number(request.query.w)
    if (original.type === DRAWING) return request.acceptsEncodings('gzip') ? pictures.packed(original) : original
    return PICTURE_WIDTHS.includes(width) ? pictures.resized(original, width) : original
  }

  /** Files on the slides that the caller may see. */
  function named({ lesson, role }: AskedLesson): string[] {
    if (!lesson) return []
    return role() === 'student' ? [...shownTo(lesson.room)] : lesson.room.deck.slides.flat().flatMap(filesOf)
  }

  function shownTo({ lesson, deck }: Room): Set<string> {
    const known = shown.get(lesson)
    if (known?.deck === deck) return known.names
    const names = shownAssets(lesson, deck)
    shown.set(lesson, { deck, names })
    return names
  }
}

const isPage = (type: string) => type.startsWith('text/html')

const FRAMES = /(?:<iframe\b[^>]*?\s(?:data-)?src|\bdata-background-iframe)="([^"?#]+)/g

/** Whether a slide shows the page in a frame; other pages in the folder are not served, even if linked to. */
function framed(deck: Deck, path: string): boolean {
  const address = path.split('/').map(encodeURIComponent).join('/')
  return deck.slides.flat().some(({ html, attributes }) => {
    const background = `data-background-iframe="${attributes['data-background-iframe'] ?? ''}"`
    return [...`${html.at(-1)} ${background}`.matchAll(FRAMES)].some(([, url = '']) =>
      url.endsWith(`/assets/${address}`),
    )
  })
}

const isRemote = (asset: string) => /^https?:/i.test(asset)

function send(response: Response, { file, type, encoding }: Picture) {
  const framed = response.req.query.framed !== undefined

  response.set({
    'Content-Type': type,
    ...(type === DRAWING && { Vary: 'Accept-Encoding' }),
    ...(encoding && { 'Content-Encoding': encoding }),
    'Content-Security-Policy': isPage(type) ? FRAME : SANDBOX,
    // A slide in a sandboxed frame has no origin. It sends no cookie, so it gets what a student gets.
    'Cross-Origin-Resource-Policy': framed ? 'cross-origin' : 'same-origin',
  })
  // Revalidated on each load, which takes a few bytes when nothing has changed.
  response.sendFile(
    file,
    { cacheControl: false, headers: { 'Cache-Control': 'private, no-cache' }, dotfiles: 'allow' },
    error => {
      if (error && !response.headersSent) notFound(response)
    },
  )
}

function notFound(response: Response, status = 404) {
  response.status(status).json({ reason: 'invalid', message: 'There is nothing here.' })
}
