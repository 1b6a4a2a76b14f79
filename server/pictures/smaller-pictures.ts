/**
 * Pictures made as small as a phone can use: resized once to WebP and kept in the data folder; drawings are compressed.
 * Whatever cannot be made smaller goes out as it is.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pLimit from 'p-limit'
import type { Sharp } from 'sharp'
import { isKept, keep, prune } from './cache-folder.ts'

export interface Picture {
  /** Absolute path. */
  file: string
  /** Media type. */
  type: string
  encoding?: 'gzip'
}

export interface Pictures {
  /** A raster picture at most `width` pixels wide; the original when that is not smaller, or cannot be made. Never rejects. */
  resized(original: Picture, width: number): Promise<Picture>
  /** A text such as an SVG, compressed; the original when it cannot be. Never rejects. */
  packed(original: Picture): Promise<Picture>
  /** Deletes what this server has not needed: pictures of decks that are not on. */
  prune(): Promise<void>
}

const RASTER = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif'])
/** Already in a format that phones read in few bytes. */
const COMPACT = new Set(['image/webp', 'image/avif'])
const READERS = ['Jpeg', 'Png', 'Webp', 'Heif'].map(name => `VipsForeignLoad${name}`)

/** Text and thin lines stay clear at this quality; from 80 on, files grow by a tenth for nothing that a phone shows. */
const QUALITY = 70
/** Bytes; larger files are not even opened. */
const LARGEST_FILE = 50_000_000
/** In pixels: enough for a phone's camera; a larger picture would fill the memory. */
const LARGEST_AREA = 64_000_000
/** Seconds for one picture. */
const TIME_LIMIT = 10
/** Pictures that are made at a time. */
const AT_ONCE = 2

/** @param folder where the results are kept; made when it is missing */
export function createPictures(folder: string): Pictures {
  const made = new Map<string, Promise<Picture>>()
  const inTurn = pLimit(AT_ONCE)

  /** Makes a file once for all who ask, now or after a restart; a file that has changed is another one. */
  async function once(original: Picture, suffix: string, make: (target: string) => Promise<Picture>): Promise<Picture> {
    const { size, mtimeMs } = await stat(original.file)
    if (size > LARGEST_FILE) return original
    const name = createHash('sha256').update(`${original.file}\n${mtimeMs}\n${size}`).digest('hex').slice(0, 40)
    const target = join(folder, `${name}${suffix}`)
    const known = made.get(target) ?? inTurn(() => make(target)).catch(() => original)
    made.set(target, known)
    return known
  }

  return {
    async resized(original, width) {
      if (!RASTER.has(original.type)) return original
      return once(original, `-${width}.webp`, async target => {
        const smaller: Picture = { file: target, type: 'image/webp' }
        if (await isKept(target)) return isSmaller(smaller, original)
        const source = await open(original.file)
        const { pages = 1, autoOrient } = await source.metadata()
        const animated = pages > 1
        if (animated || (COMPACT.has(original.type) && autoOrient.width <= width)) return original
        await keep(target, part =>
          source
            .autoOrient()
            .resize({ width, withoutEnlargement: true })
            .webp({ quality: QUALITY })
            .timeout({ seconds: TIME_LIMIT })
            .toFile(part),
        )
        return isSmaller(smaller, original)
      }).catch(() => original)
    },

    async packed(original) {
      return once(original, '.gz', async target => {
        const smaller: Picture = { ...original, file: target, encoding: 'gzip' }
        if (await isKept(target)) return isSmaller(smaller, original)
        await keep(target, part =>
          pipeline(createReadStream(original.file), createGzip({ level: 9 }), createWriteStream(part, { mode: 0o600 })),
        )
        return isSmaller(smaller, original)
      }).catch(() => original)
    },

    prune: () => prune(folder, file => made.has(file)),
  }
}

/** Loaded with the first picture. Only the readers that are needed stay enabled: an SVG named `.png` is not read. */
async function open(file: string): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: READERS })
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp(file, { limitInputPixels: LARGEST_AREA, sequentialRead: true })
}

async function isSmaller(picture: Picture, original: Picture): Promise<Picture> {
  const [ours, theirs] = await Promise.all([stat(picture.file), stat(original.file)])
  return ours.size < theirs.size ? picture : original
}
