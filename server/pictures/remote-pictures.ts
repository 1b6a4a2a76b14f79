/**
 * The remote images of a deck: fetched once by the server and kept, so that no page asks a third party for anything.
 * The connection's own name lookup is what is checked, so a name cannot be public for the check and private for the fetch.
 */
import { createHash } from 'node:crypto'
import { lookup as dnsLookup } from 'node:dns'
import { open } from 'node:fs/promises'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isKept, keep, prune } from './cache-folder.ts'
import { isPublic } from './public-address.ts'
import type { Picture } from './smaller-pictures.ts'

export interface RemotePictures {
  /** The image at an http(s) URL, fetched on the first call; undefined when it cannot be had. Never rejects. */
  get(url: string): Promise<Picture | undefined>
  /** Deletes the images that nobody has asked this server for. */
  prune(): Promise<void>
  /** Stops what is under way. */
  close(): Promise<void>
}

export interface RemotePictureOptions {
  /** Where the images are kept; made when it is missing. */
  folder: string
  lookup?: LookupFunction
  /** Whether an IP address may be connected to; public ones unless said otherwise. */
  allow?: (address: string) => boolean
  /** Ms for one image, redirects included. */
  timeout?: number
  /** Bytes. */
  largest?: number
  /** Ms before a failed fetch is tried again. */
  pause?: number
}

const REDIRECTS = 5

const TYPES = new Map(
  Object.entries({
    'image/png': '.png',
    'image/jpeg': '.jpg',
    'image/gif': '.gif',
    'image/webp': '.webp',
    'image/avif': '.avif',
    'image/svg+xml': '.svg',
  }),
)

export function createRemotePictures({
  folder,
  lookup = dnsLookup,
  allow = isPublic,
  timeout = 10_000,
  largest = 20_000_000,
  pause = 60_000,
}: RemotePictureOptions): RemotePictures {
  const stop = new AbortController()
  const known = new Map<string, { image: Promise<Picture | undefined>; expires: number }>()

  const baseOf = (url: string) => join(resolve(folder), createHash('sha256').update(url).digest('hex'))

  async function load(url: string): Promise<Picture | undefined> {
    try {
      const base = baseOf(url)
      return (await kept(base)) ?? (await fetchTo(base, url))
    } catch {
      return undefined
    }
  }

  async function fetchTo(base: string, url: string): Promise<Picture> {
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeout)])
    const response = await ask(new URL(url), signal)
    try {
      const type = response.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
      const extension = TYPES.get(type)
      if (response.statusCode !== 200 || !extension || response.headers['content-encoding']) throw new Error('no image')
      await keep(base + extension, async part => {
        // Opened before anything comes: a stream that opens it by itself may do so after it was removed.
        const file = await open(part, 'w', 0o600)
        await pipeline(response, atMost(largest), file.createWriteStream(), { signal })
      })
      return { file: base + extension, type }
    } finally {
      response.destroy()
    }
  }

  /** The first answer that is no redirect; every hop is checked like the first. */
  async function ask(first: URL, signal: AbortSignal): Promise<IncomingMessage> {
    let url = first
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const response = await request(url, signal)
      const status = response.statusCode ?? 0
      if (status < 300 || status >= 400 || !response.headers.location) return response
      response.destroy()
      url = new URL(response.headers.location, url)
    }
    throw new Error('too many redirects')
  }

  function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const get = { 'http:': httpGet, 'https:': httpsGet }[url.protocol]
    if (!get) throw new Error(`not fetched: ${url.protocol}`)
    // A literal address is connected to without any lookup.
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) && !allow(host)) throw new Error(`not fetched: ${host}`)
    const headers = { accept: [...TYPES.keys()].join(), 'accept-encoding': 'identity', 'user-agent': 'Amphi' }
    return new Promise((give, fail) => {
      get(url, { agent: false, headers, lookup: checked, signal }, give).on('error', fail)
    })
  }

  const checked: LookupFunction = (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : []
      const [first] = addresses
      if (error || !first) return callback(error ?? new Error(`no address for ${name}`), '')
      if (!addresses.every(({ address }) => allow(address))) return callback(new Error(`not fetched: ${name}`), '')
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }

  return {
    get(url) {
      const before = known.get(url)
      if (before && before.expires > Date.now()) return before.image
      const entry = { image: load(url), expires: Number.POSITIVE_INFINITY }
      known.set(url, entry)
      void entry.image.then(image => {
        if (!image) entry.expires = Date.now() + pause
      })
      return entry.image
    },

    prune() {
      const wanted = new Set(Array.from(known.keys(), baseOf))
      return prune(resolve(folder), file => wanted.has(file.slice(0, file.length - extname(file).length)))
    },

    async close() {
      stop.abort()
      await Promise.all(Array.from(known.values(), ({ image }) => image))
    },
  }
}

/** An image of an earlier run: its extension says its type. */
async function kept(base: string): Promise<Picture | undefined> {
  for (const [type, extension] of TYPES) {
    const file = base + extension
    if (await isKept(file)) return { file, type }
  }
  return undefined
}

function atMost(largest: number) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > largest) throw new Error('too large')
      yield chunk
    }
  }
}
