/** Files and pictures that a slide names: their addresses are turned to where the server has them. */
import { createHash } from 'node:crypto'
import type { Element, ElementContent } from 'hast'
import { type Mistake, warning } from '../../deck.ts'
import { drop, elements, get, set } from '../element.ts'
import { DIAGRAM } from './code/diagrams.ts'

/** Served address → path relative to the deck's folder, or the original URL of a remote picture. */
export type Assets = Map<string, string>

/** The name under which a remote picture is cached and served. */
export const remoteName = (url: string) => createHash('sha256').update(url).digest('hex').slice(0, 32)

/** Where a deck's files are, and are served. */
export interface Files {
  /** What stands before every address, such as `/482913/assets/`. */
  prefix: string
  /** The deck's own folder, as a path in the one that is served, `/` separated; '' for that one itself. */
  within: string
  /** Whether addresses begin at the deck's own folder, as on a site of its own. */
  alone: boolean
  /** What tells a file from what it was before; undefined for one that is not there. */
  versionOf: (path: string) => string | undefined
}

const SINGLE = 'src data-src poster href xlink:href data-background-iframe data-preview-image data-preview-video'.split(
  ' ',
)
const PICTURES = new Set(['img', 'image', 'feimage', 'picture', 'input'])
/** What these show is asked for at once; links ask only when somebody follows them. */
const FRAMES = new Set(['iframe', 'video', 'audio', 'source', 'track'])
const IMAGE = /\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i
const URL_IN_STYLE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/gi

export function assets(section: Element, files: Files, lineOf: (node: ElementContent | undefined) => number) {
  const found: Assets = new Map()
  const mistakes: Mistake[] = []
  const change: Change = (url, use, element) => {
    const place = locate(url, use === 'picture', files)
    const left = (why: string) => {
      const line = lineOf(element === section ? undefined : element)
      mistakes.push(warning(line, `${url} is ${why} and is left out; copy the file beside the deck`))
      return undefined
    }
    if (place.kind === 'kept') return url
    if (place.kind === 'elsewhere') return use === 'frame' ? left('on another site') : url
    if (place.kind === 'outside') return left("outside the deck's folder")
    found.set(files.prefix + place.path, place.source)
    return files.prefix + place.path + place.rest
  }
  backgrounds(section, change)
  for (const element of [section, ...elements(section)]) {
    if (Object.keys(element.properties).length > 0) attributes(element, change)
  }
  for (const element of elements(section)) {
    if (element.tagName === 'a' && /^(?:https?:)?\/\//i.test(get(element, 'href') ?? '')) {
      set(element, 'target', '_blank')
      set(element, 'rel', 'noopener noreferrer')
    }
    if (element.tagName !== 'style') continue
    for (const child of element.children) if (child.type === 'text') child.value = style(child.value, element, change)
  }
  return { assets: found, mistakes }
}

/** The one picture behind all slides, which reveal.js' configuration names: its `options`, and the file or URL as in `Assets`. */
export function parallax(options: Record<string, unknown>, files: Files) {
  const named = options.parallaxBackgroundImage
  const place = typeof named === 'string' ? locate(named, true, files) : undefined
  if (!place || place.kind === 'kept') return { options }
  if (place.kind !== 'found') return { options: { ...options, parallaxBackgroundImage: '' } }
  return {
    options: { ...options, parallaxBackgroundImage: files.prefix + place.path + place.rest },
    file: place.source,
  }
}

/** What of `found` the given HTML and attributes name. */
export function named(html: string, prefix: string, found: Assets): string[] {
  if (found.size === 0) return []
  const addresses = html.match(new RegExp(`${prefix.replace(/[^\w/]/g, '\\$&')}[\\w.~%/-]*`, 'g')) ?? []
  return [...new Set(addresses.flatMap(address => found.get(address) ?? []))]
}

type Use = 'picture' | 'frame' | 'link'
type Change = (url: string, use: Use, element: Element) => string | undefined

function attributes(element: Element, change: Change) {
  for (const name of SINGLE) {
    const url = get(element, name)
    if (url) put(element, name, change(url, useOf(name, element.tagName), element))
  }
  for (const name of ['srcset', 'data-srcset']) {
    const set = get(element, name)
    if (!set) continue
    put(
      element,
      name,
      list(set, /,\s+|,$/, candidate => {
        const [url = '', ...size] = candidate.split(/\s+/)
        const changed = change(url, 'picture', element)
        return changed && [changed, ...size].join(' ')
      }),
    )
  }
  const rules = get(element, 'style')
  if (rules) set(element, 'style', style(rules, element, change))
}

/**
 * What lies behind the slide. reveal.js takes `data-background` for the address of a picture where it looks like one, and
 * puts it under the longer name; ours, which may not look like one, goes there at once.
 */
function backgrounds(section: Element, change: Change) {
  const all = (urls: string, use: Use) => list(urls, ',', url => change(url, use, section))
  const video = get(section, 'data-background-video')
  if (video) put(section, 'data-background-video', all(video, 'frame'))
  const short = get(section, 'data-background') ?? ''
  const isPicture = /^\s*(?:https?:|file:|\/\/)/i.test(short) || IMAGE.test(short)
  const pictures = isPicture ? short : get(section, 'data-background-image')
  if (pictures && !/^\s*data:/i.test(pictures)) {
    const addresses = all(pictures, 'picture')
    put(section, 'data-background-image', addresses && plain(addresses))
    if (isPicture) put(section, 'data-background', addresses && plain(addresses))
  }
  for (const name of ['data-background', 'data-background-gradient']) {
    const css = get(section, name)
    if (css) set(section, name, style(css, section, change))
  }
}

/** reveal.js encodes these addresses once more, except for signs that `decodeURI` does not leave encoded. */
const plain = (addresses: string) => addresses.replace(/%(?:3B|3A|40|26|3D|2B|24)/g, decodeURIComponent)

/** Undoes `plain`, so that an address is found under its one name. */
export const encoded = (attributes: string) => attributes.replace(/[;:@&=+$]/g, encodeURIComponent)

function put(element: Element, name: string, value: string | undefined) {
  if (value === undefined) drop(element, name)
  else set(element, name, value)
}

function useOf(name: string, tagName: string): Use {
  if (name.endsWith('href')) return PICTURES.has(tagName) ? 'picture' : 'link'
  if (/(?:poster|-image)$/.test(name) || PICTURES.has(tagName)) return 'picture'
  return /^data-/.test(name) || FRAMES.has(tagName) ? 'frame' : 'link'
}

function list(text: string, between: string | RegExp, change: (part: string) => string | undefined) {
  const parts = text.split(between).flatMap(part => (part.trim() && change(part.trim())) || [])
  return parts.length > 0 ? parts.join(', ') : undefined
}

const style = (rules: string, element: Element, change: Change) =>
  rules.replace(URL_IN_STYLE, (_, double?: string, single?: string, bare?: string) => {
    const changed = change(double ?? single ?? bare ?? '', 'picture', element)
    return changed === undefined ? 'none' : `url("${changed.replace(/["\\\n]/g, encodeURIComponent)}")`
  })

type Place =
  | { kind: 'kept' }
  | { kind: 'elsewhere' }
  | { kind: 'outside' }
  | { kind: 'found'; path: string; source: string; rest: string }

/** Where an address points: into the deck's folder, to a remote picture, or to what is none of our business. */
function locate(written: string, picture: boolean, { within, alone, versionOf }: Files): Place {
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
  const source = normal(decode(path), within)
  if (source === undefined) return { kind: 'outside' }
  const version = rest.startsWith('?') ? undefined : versionOf(source)
  return {
    kind: 'found',
    path: (alone ? nearer(source, within) : source).split('/').map(encode).join('/'),
    source,
    rest: version === undefined ? rest : `?v=${version}${rest}`,
  }
}

/** The path of a file seen from the deck's own folder `within`; what lies elsewhere has a place of its own there. */
export function nearer(path: string, within: string): string {
  if (within === '') return path
  return path.startsWith(`${within}/`) ? path.slice(within.length + 1) : `_shared/${path}`
}

/** An address as it is whatever the file's content. */
export const unversioned = (html: string) => html.replace(/\?v=[\da-f]{12}(?![\da-f])/g, '')

/** Without `.` and `..`; undefined when it climbs out of the folder that is served, which a leading `/` means. */
function normal(path: string, within: string): string | undefined {
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
