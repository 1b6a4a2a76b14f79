/** Names that are nearly one that means something: attributes, comments of attributes, keys of the front matter. */
import { type Mistake, warning } from '../mistake.ts'
import type { Prose } from './prose.ts'

const OURS =
  'data-qcm data-id data-read data-time data-points data-scoring data-bareme data-shuffle data-live data-none data-min data-max data-labels data-segment data-duration'
const REVEALS =
  'data-auto-animate data-auto-animate-delay data-auto-animate-duration data-auto-animate-easing data-auto-animate-id data-auto-animate-restart data-auto-animate-unmatched data-autoplay data-autoslide data-background data-background-color data-background-gradient data-background-iframe data-background-image data-background-interactive data-background-opacity data-background-position data-background-repeat data-background-size data-background-transition data-background-video data-background-video-loop data-background-video-muted data-fragment-index data-line-numbers data-ln-start-from data-noescape data-preload data-prevent-swipe data-preview-fit data-preview-image data-preview-link data-preview-video data-src data-srcset data-state data-timing data-transition data-transition-speed data-trim data-uncounted data-visibility'
const KNOWN = `${OURS} ${REVEALS}`.split(' ')

/** Attributes in comments and in tags that differ by a letter or two from one that does something. */
export function misspeltAttributes({ lines, fences }: Prose): Mistake[] {
  const inCode = (line: number) => fences.some(fence => line >= fence.line && line <= (fence.end ?? lines.length))
  return lines.flatMap((line, index) => {
    if (inCode(index + 1)) return []
    const places = line.match(/<!--.*?(?:-->|$)|<[a-z][^>]*>/gi) ?? []
    const names = places.flatMap(place => place.match(/(?<![\w"-])data-[\w-]+(?=[\s="]|-?->|\/?>|$)/g) ?? [])
    return [...new Set(names.map(name => name.replace(/-+$/, '')))].flatMap(name => {
      const meant = nearestName(name, KNOWN)
      return meant ? [warning(index + 1, `${name} does nothing; did you mean ${meant}?`)] : []
    })
  })
}

const COMMENT = /<!--\s*(\.?)\s*(slides?|elements?)\s*(:?)(?=[\s:]).*?-->/gis

/** `<!-- slide: … -->` without its dot or its colon is an ordinary comment, which sets nothing. */
export function idleComments({ lines, fences }: Prose): Mistake[] {
  const kept = lines.map((line, index) => {
    const code = fences.some(fence => index + 1 >= fence.line && index + 1 <= (fence.end ?? lines.length))
    return code ? '' : line
  })
  const text = kept.join('\n')
  return [...text.matchAll(COMMENT)].flatMap(({ 0: written, 1: dot, 2: name = '', 3: colon, index }) => {
    const kind = name.toLowerCase().replace(/s$/, '')
    const right = dot === '.' && name === kind && (kind === 'element' || colon === ':')
    // Prose about slides has neither attributes nor a colon.
    if (right || !/[\w-]+="|data-[\w-]+/.test(written)) return []
    const line = text.slice(0, index).split('\n').length
    return [warning(line, `this comment sets nothing; write <!-- .${kind}: … -->, with the dot and the colon`)]
  })
}

const KEYS =
  'title theme highlightTheme separator verticalSeparator notesSeparator preprocessor lang css scripts identity ranking revealOptions'.split(
    ' ',
  )
/** Keys of reveal-md that mean nothing here. */
const REVEAL_MD =
  /^(?:template|listingTemplate|absoluteUrl|assetsDir|basePath|featuredSlide|glob|host|port|print|printSize|puppeteer.*|static|staticDirs|watch|disableAutoOpen|mermaid)$/

export function unknownKeys(names: string[], lineOf: (key: string) => number): Mistake[] {
  return names.flatMap(name => {
    if (KEYS.includes(name)) return []
    const meant = nearestName(name, KEYS)
    const why = REVEAL_MD.test(name) ? 'is left out: it is for reveal-md' : 'does nothing'
    return [warning(lineOf(name), `the key "${name}" ${why}${meant ? `; did you mean ${meant}?` : ''}`)]
  })
}

/** The known name that is one or two letters away; undefined for a known name, and where none is near. */
function nearestName(name: string, known: string[]): string | undefined {
  if (known.includes(name)) return undefined
  const most = name.replace(/^data-/, '').length > 3 ? 2 : 1
  const near = known
    .filter(one => Math.abs(one.length - name.length) <= most)
    .map(one => ({ one, far: editDistance(one.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  return near[0] && near[0].far <= most ? near[0].one : undefined
}

/** Letters added, left out, replaced or swapped (Damerau–Levenshtein distance). */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j)
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      ;(rows[i] ?? [])[j] = turned ? Math.min(least, at(i - 2, j - 2) + 1) : least
    }
  }
  return at(a.length, b.length)
}
