/** The drawings of Mermaid diagrams, kept in the data folder; whoever asks for one too early waits a while for it. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { isKept, keep, prune } from './cache-folder.ts'
import type { Picture } from './smaller-pictures.ts'

export interface Diagrams {
  /** The drawing; undefined when there is none yet, even after the asker has waited. */
  find(deck: Deck, name: string, asker?: Asker): Promise<Picture | 'broken' | undefined>
  /** Those that nobody has drawn yet: name → Mermaid source. */
  missing(deck: Deck): Promise<Record<string, string>>
  /** The first drawing stays. */
  put(deck: Deck, name: string, svg: string): Promise<void>
  /** This one cannot be drawn: nobody need wait for it. */
  giveUp(deck: Deck, name: string): void
  /** Deletes the drawings that no diagram of these decks has. */
  prune(decks: Deck[]): Promise<void>
}

/** Who can wait for a drawing. */
export interface Asker {
  /** IP address. */
  address: string
  /** Aborted when nobody waits any more. */
  gone: AbortSignal
}

/** Ms; proxies cut a request that stays silent for a minute. */
const PATIENCE = 25_000
/**
 * The most requests of one address that are held. A browser opens six connections to a server, for all its pages together: the
 * page that is to draw needs one of them.
 */
const HELD = 2

/** @param folder where drawings are kept; made when it is missing */
export function createDiagrams(folder: string): Diagrams {
  const broken = new Set<string>()
  /** Since the start, so that a drawing that arrives while the disk is being asked is not missed. */
  const drawn = new Set<string>()
  const waiting = new Map<string, Set<() => void>>()
  /** Requests that wait, by address. */
  const held = new Map<string, number>()
  /** The same source looks different on another theme. */
  const fileOf = ({ theme }: Deck, name: string) =>
    join(folder, `${createHash('sha256').update(`${theme}\n${name}`).digest('hex').slice(0, 40)}.svg`)

  return {
    async find(deck, name, asker) {
      const file = fileOf(deck, name)
      if (asker && !(await isKept(file)) && !broken.has(file) && !drawn.has(file)) await news(file, asker)
      if (await isKept(file)) return { file, type: 'image/svg+xml' }
      return broken.has(file) ? 'broken' : undefined
    },

    async missing(deck) {
      const all = Object.entries(sources(deck))
      const there = await Promise.all(all.map(([name]) => isKept(fileOf(deck, name))))
      return Object.fromEntries(all.filter((_, index) => !there[index]))
    },

    async put(deck, name, svg) {
      const file = fileOf(deck, name)
      if (await isKept(file)) return
      await keep(file, part => writeFile(part, svg, { mode: 0o600 }))
      broken.delete(file)
      drawn.add(file)
      tell(file)
    },

    giveUp(deck, name) {
      const file = fileOf(deck, name)
      broken.add(file)
      tell(file)
    },

    prune(decks) {
      const wanted = new Set(decks.flatMap(deck => Object.keys(sources(deck)).map(name => fileOf(deck, name))))
      return prune(folder, file => wanted.has(file))
    },
  }

  /** Resolves when a drawing has come or been given up, after `PATIENCE`, or when the asker has gone or may not wait. */
  async function news(file: string, { address, gone }: Asker): Promise<void> {
    const others = held.get(address) ?? 0
    if (others >= HELD || gone.aborted) return
    held.set(address, others + 1)
    const { promise, resolve } = Promise.withResolvers<void>()
    const all = waiting.get(file) ?? new Set()
    waiting.set(file, all.add(resolve))
    const timer = setTimeout(resolve, PATIENCE)
    gone.addEventListener('abort', () => resolve(), { once: true })
    await promise
    clearTimeout(timer)
    all.delete(resolve)
    const left = (held.get(address) ?? 1) - 1
    if (left > 0) held.set(address, left)
    else held.delete(address)
  }

  function tell(file: string) {
    for (const resolve of waiting.get(file) ?? []) resolve()
    waiting.delete(file)
  }
}

/** The diagrams of a deck: name → Mermaid source. */
export const sources = (deck: Deck): Record<string, string> =>
  Object.assign({}, ...deck.slides.flat().map(({ diagrams }) => diagrams))
