/** Names that are nearly one that means something: attributes, comments of attributes, keys of the front matter. */
import { type Mistake, warning } from '../mistake.ts'
import { nearestName } from '../nearest-name.ts'
import type { Prose } from './prose.ts'

const OURS =
  'data-qcm data-id data-read data-time data-points data-scoring data-bareme data-shuffle data-live data-none data-min data-max data-labels data-segment data-duration data-title data-pace data-timer data-hint'
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
  'title theme highlightTheme separator verticalSeparator notesSeparator preprocessor lang css scripts identity ranking duration inbox pulse revealOptions'.split(
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
