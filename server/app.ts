/** The server put together from its parts: pages, API, assets and the socket door on one port. */

import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join as joinPath } from 'node:path'
import express, { type ErrorRequestHandler } from 'express'
import type { Hosts } from './access/hosts.ts'
import type { Keys } from './access/keys.ts'
import type { Links } from './access/links.ts'
import { createPairing } from './access/pairing.ts'
import { createGuesses } from './door/guess-delay.ts'
import { createNewcomers } from './door/newcomers.ts'
import { gateRequests } from './door/request-gate.ts'
import { findLesson } from './http/asked-lesson.ts'
import { assets } from './http/assets.ts'
import { deckCss } from './http/deck-css.ts'
import { diagramApi } from './http/diagrams.ts'
import { headers, plainHeaders } from './http/headers.ts'
import { lessonRecordApi } from './http/lesson-record-api.ts'
import { liveLessonApi } from './http/live-lesson-api.ts'
import { metrics } from './http/metrics.ts'
import { type PageSource, pages } from './http/pages.ts'
import { scriptFrames } from './http/script-frames.ts'
import { teachApi } from './http/teach.ts'
import { themes } from './http/themes.ts'
import type { PastLessons } from './lessons/past-lessons.ts'
import type { Registry } from './lessons/registry.ts'
import { DamagedLesson, type Log } from './log/log.ts'
import { createDiagrams } from './pictures/diagram-store.ts'
import type { RemotePictures } from './pictures/remote-pictures.ts'
import { createPictures } from './pictures/smaller-pictures.ts'
import { openSockets } from './realtime/sockets.ts'
import { problem } from './wire/refusal.ts'

export interface AppParts {
  /** Not listening yet. */
  http: Server
  lessons: Pick<Registry, 'find' | 'all'>
  log: Pick<Log, 'lessons' | 'forget'>
  past: PastLessons
  keys: Keys
  hosts: Hosts
  /** Asked at each use: the address may change while the class goes on. */
  links: () => Links
  remote: RemotePictures
  /** What is made for a lesson is kept here. */
  dataFolder: string
  pages: PageSource
  /** Browsers reach this server over HTTPS. */
  secure: boolean
  /** ms since the epoch. */
  now: () => number
  onError: (error: unknown) => void
}

export interface App {
  /** Resolves to the port; rejects as `net.Server` does (EADDRINUSE, EACCES, EADDRNOTAVAIL). */
  listen(port: number, host: string | undefined): Promise<number>
  /** The join URL has changed: every page is told. */
  refresh(): void
  /** Tells the pages, finishes what was asked before, and frees the port. */
  close(): Promise<void>
}

/** Ms between two looks at the network; a laptop that roams gets another address. */
const LOOK_INTERVAL = 5_000

/** Ms that answers under way have to end when the server stops. */
const CLOSING_GRACE = 500

export function createApp(parts: AppParts): App {
  const { http, lessons, past, keys, hosts, links, remote, now, onError } = parts
  const room = (code: string) => lessons.find(code)?.room
  const join = (code: string) => links().join(code)
  const diagrams = createDiagrams(joinPath(parts.dataFolder, 'diagrams'))
  const pictures = createPictures(joinPath(parts.dataFolder, 'pictures'))
  const pairing = createPairing(now, randomBytes)
  const guesses = createGuesses(now)
  const app = express()
  http.on('request', app)
  const always = headers(parts.secure)
  const plain = plainHeaders(always)
  const newcomers = () => createNewcomers(now)
  const sockets = openSockets({ http, room, keys, guesses, newcomers, headers: plain, join, now, onError })
  gateRequests({ http, hosts, headers: always, plain })

  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.use(metrics(() => sockets.connections))
  app.use(themes())
  app.use(['/api/lessons/:code', '/:code'], findLesson(lessons, keys))
  app.use(
    '/api/lessons',
    teachApi({
      lessons: () => parts.log.lessons(),
      find: lessons.find,
      past: past.read,
      keys,
      isOwn: hosts.isOwn,
      forget,
    }),
  )
  app.use('/api/lessons', diagramApi({ trusts: hosts.trusts, diagrams }))
  app.use('/api/lessons', lessonRecordApi({ past, keys, pairing, guesses, secure: parts.secure, trusts: hosts.trusts }))
  app.use('/api/lessons', liveLessonApi({ trusts: hosts.trusts, links, pairing, guesses, refresh: sockets.refresh }))
  app.use(deckCss())
  app.use(scriptFrames())
  app.use(assets({ remote, pictures, diagrams }))
  app.use(
    pages({
      source: parts.pages,
      join,
      past,
      guesses,
      lang,
      isOwn: hosts.isOwn,
    }),
  )
  app.use((_request, response) => {
    response.status(404).json({ ...problem('invalid'), message: 'There is nothing here.' })
  })
  app.use(answerError(onError))

  /** The class's, where all classes have the same. */
  function lang(): string {
    const [one = '', another] = new Set(lessons.all().map(({ room }) => room.deck.lang))
    return another === undefined ? one : ''
  }

  async function forget(code: string): Promise<void> {
    await parts.log.forget(code)
    past.forgotten()
    // What was made of decks is not kept by lesson: all goes that no class needs at the moment, and is made again.
    await Promise.all([pictures.prune(), diagrams.prune(lessons.all().map(({ room }) => room.deck)), remote.prune()])
  }

  const looking = setInterval(() => {
    if (links().look()) sockets.refresh()
  }, LOOK_INTERVAL)
  looking.unref()

  return {
    listen: (port, host) => listen(http, port, host),
    refresh: sockets.refresh,
    async close() {
      clearInterval(looking)
      // The port is free once every connection has ended, and browsers hold some on which they ask nothing.
      const cut = setTimeout(() => http.closeAllConnections(), CLOSING_GRACE)
      await sockets.close()
      clearTimeout(cut)
      await parts.pages.close()
    },
  }
}

function listen(http: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen({ port, ...(host !== undefined && { host }) }, () => {
      http.off('error', reject)
      const address = http.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const damaged = { ...problem('internal'), message: 'What is kept of this lesson is damaged, and not shown.' }

/** The answer says what kind of error it was and nothing of its inside. */
function answerError(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    // Told at the start already.
    if (error instanceof DamagedLesson) return void response.status(500).json(damaged)
    const status = typeof error?.status === 'number' && error.status < 500 ? error.status : 500
    if (status === 500) onError(error)
    response.status(status).json(problem(status === 500 ? 'internal' : status === 413 ? 'too-large' : 'invalid'))
  }
}
