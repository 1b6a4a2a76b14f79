/** `amphi folder` with several decks in it: a page that lists them, on this machine alone; the one that is picked is presented. */
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join, resolve } from 'node:path'
import open from 'open'
import type { PresentConfig } from '../config.ts'
import type { Reader } from '../deck/reader.ts'
import { type Entry, listPage } from '../site/page.ts'
import { decksIn } from './decks.ts'
import { PresentError } from './errors.ts'
import { present, type Terminal } from './present.ts'

export interface Picked {
  /** Path of the deck, relative to the folder. */
  path: string
  /** Sends the page on to another address. */
  go(address: string): void
}

export interface Offer {
  /** Of the list; holds a secret. */
  address: string
  /** Resolves with the first deck that is picked, when nothing is listened to any more; undefined when it was closed before. */
  picked: Promise<Picked | undefined>
  close(): void
}

/**
 * Presents a deck, or the one that is picked from a folder's list where somebody has a browser to pick it in.
 * @param reader is closed with the lesson
 * @param leaving aborted when nobody wants to pick any more
 * @returns what stops it again
 * @throws {PresentError | LogError}
 */
export async function presentPicked(
  config: PresentConfig,
  root: string,
  terminal: Terminal,
  leaving: AbortSignal,
  reader: Reader,
): Promise<() => Promise<void>> {
  // A program that reads one JSON line is not one that picks.
  const decks = config.json && !config.openBrowser ? [] : several(config.deck)
  if (decks.length === 0) return present(config, root, terminal, reader)
  const entries = await titles(config, decks, reader, terminal.note)
  if (entries.length === 0) throw new PresentError(`${config.deck}: no deck that can be presented`)
  const { address, picked, close } = await offer(basename(resolve(config.deck)), entries, config.port)
  leaving.addEventListener('abort', close)
  // With --json, standard output is for the one line of the lesson.
  const say = config.json ? terminal.note : terminal.out
  say(`${entries.length} decks; pick the one to present: ${address}`)
  if (config.openBrowser) open(address).catch(error => terminal.logger.error(error))
  const choice = await picked
  if (!choice) return () => reader.close()
  return present({ ...config, deck: join(config.deck, choice.path) }, root, { ...terminal, open: choice.go }, reader)
}

/** The decks of a folder that does not say by itself which one is meant. */
function several(given: string): string[] {
  if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) return []
  const decks = decksIn(given)
  return decks.filter(path => !path.includes('/')).length === 1 || decks.length === 1 ? [] : decks
}

/** An entry's address is the path of its deck. */
async function titles(
  { deck: folder, flags }: PresentConfig,
  decks: string[],
  reader: Reader,
  note: Terminal['note'],
): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const path of decks) {
    try {
      const { title, slides } = await reader.read(join(folder, path), { assets: '/', seed: '', flags })
      entries.push({ title, address: path, slides: slides.flat().length })
    } catch (error) {
      note(`${join(folder, path)} is not in the list: ${(error as Error).message}`)
    }
  }
  return entries
}

/** @param port where the class will be; 0 takes any free one */
export async function offer(title: string, entries: Entry[], port: number): Promise<Offer> {
  const secret = `/${randomUUID()}/`
  const { promise: picked, resolve: settle } = Promise.withResolvers<Picked | undefined>()
  const list = listPage(
    title,
    entries.map((entry, index) => ({ ...entry, address: String(index) })),
  )
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('Cache-Control', 'no-store')
    const entry = url.startsWith(secret) ? entries[Number(url.slice(secret.length) || Number.NaN)] : undefined
    if (entry) return stop(() => settle({ path: entry.address, go: address => redirect(response, address) }))
    response.writeHead(url === secret ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(url === secret ? list : '')
  })
  await new Promise<void>((started, failed) => {
    server.once('error', () => failed(new PresentError(`port ${port} cannot be had; choose another with --port`)))
    server.listen(port, '127.0.0.1', started)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`,
    picked,
    close() {
      stop(() => settle(undefined))
      server.closeAllConnections()
    },
  }

  /** The port is free at once; the page that has picked waits for its answer. */
  function stop(then: () => void) {
    server.close()
    server.closeIdleConnections()
    then()
  }
}

function redirect(response: ServerResponse, address: string) {
  response.writeHead(303, { Location: address, Connection: 'close' }).end()
}
