/** The page that lists a folder's decks: for this machine only, on the port that the lesson will use. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Response } from 'express'
import { escaped } from '../../escape.ts'
import { headers } from '../../http/headers.ts'
import { inLanguage } from '../../http/page-head.ts'
import type { PageSource } from '../../http/pages.ts'
import { PresentError } from '../errors.ts'

export interface Listed {
  title: string
  /** Of the deck's file, relative to the folder. */
  path: string
  slides: number
  /** Why it cannot be presented. */
  problem?: string
}

export interface Picked {
  /** Path of the deck, relative to the folder. */
  path: string
  /** Redirects the page. */
  go(address: string): void
  /** Shows why the deck cannot be presented; resolves once the page has it. No other deck can be picked after that. */
  fail(problem: string): Promise<void>
}

export interface Offer {
  /** Of the list; contains a secret. */
  address: string
  /** Resolves with the first deck picked, once the port is free; with undefined when closed before. */
  picked: Promise<Picked | undefined>
  close(): void
}

export interface OfferParts {
  /** Heading of the list. */
  title: string
  decks: Listed[]
  /** The port that the lesson will use; 0 takes any free one. */
  port: number
  source: PageSource
}

/** @throws {PresentError} when the port is not available */
export async function offer({ title, decks, port, source }: OfferParts): Promise<Offer> {
  const secret = `/${randomUUID()}`
  const { promise: picked, resolve: settle } = Promise.withResolvers<Picked | undefined>()
  const app = express()
  const server = createServer(app)
  const protect = headers(false)

  app.disable('x-powered-by')
  app.use((request, response, next) => {
    protect(request, response)
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.get(`${secret}/`, async (request, response) => {
    response.type('html').send(inLanguage(await page(), request, {}))
  })
  app.get(`${secret}/:index`, (request, response, next) => {
    const deck = decks[Number(request.params.index)]
    if (!deck || deck.problem !== undefined) return next()
    stop(() =>
      settle({
        path: deck.path,
        go: address => void response.set('Connection', 'close').redirect(303, address),
        fail: async problem => {
          const html = inLanguage(await page(problem), request, {})
          await sent(response.status(500).set('Connection', 'close').type('html'), html)
        },
      }),
    )
  })
  app.use(source.files)
  app.use((_request, response) => void response.status(404).end())

  await new Promise<void>((started, failed) => {
    server.once('error', () => failed(new PresentError(`port ${port} cannot be had; choose another with --port`)))
    server.listen(port, '127.0.0.1', started)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}/`,
    picked,
    close() {
      stop(() => settle(undefined))
      server.closeAllConnections()
    },
  }

  /** Frees the port immediately; the page where the deck was picked still waits for its answer. */
  function stop(then: () => void) {
    server.close()
    server.closeIdleConnections()
    then()
  }

  async function page(problem?: string): Promise<string> {
    const html = await source.page('decks')
    return html
      .replace('<title>Amphi<', () => `<title>${escaped(title)} · Amphi<`)
      .replace('<div id="page">', () => `<div id="page"><h1>${escaped(title)}</h1>${content(decks, problem)}`)
  }
}

/** What the page's script reads (client/decks/decks.tsx), and what is shown without scripts. */
function content(decks: Listed[], failure: string | undefined): string {
  if (failure !== undefined) return `<p role="alert">${escaped(failure)}</p>`
  const items = decks.map(({ title, path, slides, problem }, index) => {
    const name = problem === undefined ? `<a href="${index}">${escaped(title)}</a>` : `<b>${escaped(title)}</b>`
    const why = problem === undefined ? '' : `<p>${escaped(problem)}</p>`
    return `<li data-slides="${slides}">${name} <small>${escaped(path)}</small>${why}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

const sent = (response: Response, html: string) => new Promise<void>(done => response.end(html, () => done()))
