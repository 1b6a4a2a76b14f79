/** Where the files and pictures that a deck names are served. */
import { createHash } from 'node:crypto'

/** Where a deck's files lie, and where they are served. */
export interface Files {
  /** What stands before every address, such as `/482913/assets/`. */
  prefix: string
  /** The deck's own folder, as a path in the one that is served, `/` separated; '' for that one itself. */
  within: string
  /** Whether addresses begin at the deck's own folder, as on a site of its own. */
  alone: boolean
  /** Changes when the file does; undefined for a file that does not exist. */
  versionOf: (path: string) => string | undefined
}

/** Served address → path relative to the deck's folder, or the original URL of a remote picture. */
export type Assets = Map<string, string>

/** The name under which a remote picture is cached and served. */
export const remoteName = (url: string) => createHash('sha256').update(url).digest('hex').slice(0, 32)

/** Stands before a diagram's name where other pictures have a path. */
export const DIAGRAM = 'diagram:'

type Location =
  | { kind: 'kept' }
  | { kind: 'elsewhere' }
  | { kind: 'outside' }
  | { kind: 'found'; path: string; source: string; rest: string }

/** Where an address points: into the deck's folder, to a remote picture, or to something that is left as it is. */
export function locate(written: string, picture: boolean, { within, alone, versionOf }: Files): Location {
  const url = written.trim()
  if (url.startsWith(DIAGRAM)) {
    return { kind: 'found', path: `diagrams/${url.slice(DIAGRAM.length)}.svg`, source: url, rest: '' }
  }
  if (/^(?:https?:)?\/\//i.test(url)) {
    const source = url.startsWith('//') ? `https:${url}` : url
    return picture ? { kind: 'found', path: `remote/${remoteName(source)}`, source, rest: '' } : { kind: 'elsewhere' }
  }
  if (/^file:/i.test(url) || /^[a-z]:[\\/]/i.test(url)) return { kind: 'outside' }
  if (url === '' || /^[#?]/.test(url) || /^[a-z][a-z\d+.-]*:/i.test(url)) return { kind: 'kept' }
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const source = resolved(decode(path), within)
  if (source === undefined) return { kind: 'outside' }
  const version = rest.startsWith('?') ? undefined : versionOf(source)
  return {
    kind: 'found',
    path: (alone ? pathFrom(source, within) : source).split('/').map(encode).join('/'),
    source,
    rest: version === undefined ? rest : `?v=${version}${rest}`,
  }
}

/** The path of a file seen from the deck's own folder `within`; files outside of it go to `_shared/`. */
export function pathFrom(path: string, within: string): string {
  if (within === '') return path
  return path.startsWith(`${within}/`) ? path.slice(within.length + 1) : `_shared/${path}`
}

/** HTML without the versions of the files that it names. */
export const unversioned = (html: string) => html.replace(/\?v=[\da-f]{12}(?![\da-f])/g, '')

/** Without `.` and `..`; undefined when it climbs out of the folder that is served, which a leading `/` means. */
function resolved(path: string, within: string): string | undefined {
  if (path.includes('\0')) return undefined
  const steps = /^[\\/]/.test(path) ? [] : within.split('/').filter(Boolean)
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.length > 0 ? steps.join('/') : undefined
}

function decode(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const encode = (part: string) =>
  encodeURIComponent(part.toWellFormed()).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The one picture behind all slides, which reveal.js' configuration names: its `options`, and the file or URL as in `Assets`. */
export function withParallax(options: Record<string, unknown>, files: Files) {
  const named = options.parallaxBackgroundImage
  const place = typeof named === 'string' ? locate(named, true, files) : undefined
  if (!place || place.kind === 'kept') return { options }
  if (place.kind !== 'found') return { options: { ...options, parallaxBackgroundImage: '' } }
  return {
    options: { ...options, parallaxBackgroundImage: files.prefix + place.path + place.rest },
    file: place.source,
  }
}
