/** The size of a PDF's pages and of the slides that fill them, in CSS pixels (96 to the inch). */
import { UsageError } from '../../config/config.ts'
import { SLIDE_SIZE } from '../../rules/pixel-sizes.ts'

export interface Size {
  width: number
  height: number
}

const MARGIN = 0.04
const INCH = 96

const UNITS: Record<string, number> = { px: 1, mm: INCH / 25.4, cm: INCH / 2.54, in: INCH }
const NAMED: Record<string, [number, number]> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  LETTER: [215.9, 279.4],
  LEGAL: [215.9, 355.6],
}
/** Of a PDF page. */
const [LEAST, MOST] = [48, 200 * INCH]

export interface Paper {
  page: Size
  /** Scales reveal.js' page to the paper. */
  zoom: number
  /** reveal.js configuration for a page of the paper's shape that fits a whole slide. */
  options: Record<string, unknown>
}

/**
 * @param wanted `1024x768`, `210x297mm` or `A4`: named papers take the slides' orientation; undefined is the slides' size
 * @param options the deck's reveal.js configuration
 * @throws {UsageError}
 */
export function paper(wanted: string | undefined, options: Record<string, unknown>): Paper {
  const slide = {
    width: pixels(options.width) ?? SLIDE_SIZE.width,
    height: pixels(options.height) ?? SLIDE_SIZE.height,
  }
  const margin = typeof options.margin === 'number' ? options.margin : MARGIN
  const page = wanted === undefined ? slide : read(wanted, slide.width > slide.height)
  const scale = Math.min(page.width / slide.width, page.height / slide.height)
  const fitting = { width: Math.round(page.width / scale), height: Math.round(page.height / scale) }
  const drawn = { width: Math.floor(fitting.width * (1 + margin)), height: Math.floor(fitting.height * (1 + margin)) }
  const zoom = Math.min(page.width / drawn.width, page.height / drawn.height)
  return { page, zoom, options: { ...fitting, margin, view: 'print' } }
}

function read(wanted: string, wide: boolean): Size {
  const named = NAMED[wanted.toUpperCase()]
  if (named) {
    const [short, long] = named.map(length => length * (INCH / 25.4)) as [number, number]
    return wide ? { width: long, height: short } : { width: short, height: long }
  }
  const [, width, height, unit = 'px'] = /^(\d+(?:\.\d+)?)\s*x\s*(\d+(?:\.\d+)?)\s*(px|mm|cm|in)?$/i.exec(wanted) ?? []
  const one = UNITS[unit.toLowerCase()] ?? 1
  const size = { width: Number(width) * one, height: Number(height) * one }
  if (Object.values(size).every(length => length >= LEAST && length <= MOST)) return size
  throw new UsageError(
    `--print-size ${wanted}: not a size of paper; write for example: --print-size 1024x768, 210x297mm or A4`,
  )
}

const pixels = (length: unknown) => (typeof length === 'number' && length > 0 ? length : undefined)
