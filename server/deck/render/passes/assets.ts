/** Files and pictures that a slide names: their addresses are turned to where the server has them. */
import type { Element } from 'hast'
import { type Mistake, warning } from '../../mistake.ts'
import { type Assets, locate } from '../addresses.ts'
import { drop, elements, get, set } from '../element.ts'
import type { Pass } from '../pass.ts'

const ADDRESS_ATTRIBUTES =
  'src data-src poster href xlink:href data-background-iframe data-preview-image data-preview-video'.split(' ')
const PICTURES = new Set(['img', 'image', 'feimage', 'picture', 'input'])
/** What these show is asked for at once; links ask only when somebody follows them. */
const FRAMES = new Set(['iframe', 'video', 'audio', 'source', 'track'])
const IMAGE = /\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i
const URL_IN_STYLE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/gi

/** Turns addresses to where the server has them; a file that cannot be had is left out. */
export const assets: Pass = (section, { files, lineOf }) => {
  const found: Assets = new Map()
  const mistakes: Mistake[] = []
  const change: Change = (url, use, element) => {
    const place = locate(url, use === 'picture', files)
    const left = (why: string) => {
      mistakes.push(warning(lineOf(element), `${url} is ${why} and is left out; copy the file beside the deck`))
      return undefined
    }
    if (place.kind === 'kept') return url
    if (place.kind === 'elsewhere') return use === 'frame' ? left('on another site') : url
    if (place.kind === 'outside') return left("outside the deck's folder")
    found.set(files.prefix + place.path, place.source)
    return files.prefix + place.path + place.rest
  }
  changeBackgrounds(section, change)
  for (const element of [section, ...elements(section)]) {
    if (Object.keys(element.properties).length > 0) changeAttributes(element, change)
  }
  for (const element of elements(section)) {
    if (element.tagName === 'a' && /^(?:https?:)?\/\//i.test(get(element, 'href') ?? '')) {
      set(element, 'target', '_blank')
      set(element, 'rel', 'noopener noreferrer')
    }
    if (element.tagName !== 'style') continue
    for (const child of element.children)
      if (child.type === 'text') child.value = changeStyle(child.value, element, change)
  }
  return { slide: { addresses: found }, mistakes }
}

type Use = 'picture' | 'frame' | 'link'
type Change = (url: string, use: Use, element: Element) => string | undefined

function changeAttributes(element: Element, change: Change) {
  for (const name of ADDRESS_ATTRIBUTES) {
    const url = get(element, name)
    if (url) setOrDrop(element, name, change(url, useOf(name, element.tagName), element))
  }
  for (const name of ['srcset', 'data-srcset']) {
    const set = get(element, name)
    if (!set) continue
    setOrDrop(
      element,
      name,
      changeList(set, /,\s+|,$/, candidate => {
        const [url = '', ...size] = candidate.split(/\s+/)
        const changed = change(url, 'picture', element)
        return changed && [changed, ...size].join(' ')
      }),
    )
  }
  const rules = get(element, 'style')
  if (rules) set(element, 'style', changeStyle(rules, element, change))
}

/**
 * What lies behind the slide. reveal.js takes `data-background` for the address of a picture where it looks like one, and
 * puts it under the longer name. Our addresses may not look like one, so they go there at once.
 */
function changeBackgrounds(section: Element, change: Change) {
  const all = (urls: string, use: Use) => changeList(urls, ',', url => change(url, use, section))
  const video = get(section, 'data-background-video')
  if (video) setOrDrop(section, 'data-background-video', all(video, 'frame'))
  const short = get(section, 'data-background') ?? ''
  const isPicture = /^\s*(?:https?:|file:|\/\/)/i.test(short) || IMAGE.test(short)
  const pictures = isPicture ? short : get(section, 'data-background-image')
  if (pictures && !/^\s*data:/i.test(pictures)) {
    const addresses = all(pictures, 'picture')
    setOrDrop(section, 'data-background-image', addresses && forReveal(addresses))
    if (isPicture) setOrDrop(section, 'data-background', addresses && forReveal(addresses))
  }
  for (const name of ['data-background', 'data-background-gradient']) {
    const css = get(section, name)
    if (css) set(section, name, changeStyle(css, section, change))
  }
}

/** reveal.js encodes these addresses once more, except for signs that `decodeURI` does not leave encoded. */
const forReveal = (addresses: string) => addresses.replace(/%(?:3B|3A|40|26|3D|2B|24)/g, decodeURIComponent)

function setOrDrop(element: Element, name: string, value: string | undefined) {
  if (value === undefined) drop(element, name)
  else set(element, name, value)
}

function useOf(name: string, tagName: string): Use {
  if (name.endsWith('href')) return PICTURES.has(tagName) ? 'picture' : 'link'
  if (/(?:poster|-image)$/.test(name) || PICTURES.has(tagName)) return 'picture'
  return /^data-/.test(name) || FRAMES.has(tagName) ? 'frame' : 'link'
}

function changeList(text: string, between: string | RegExp, change: (part: string) => string | undefined) {
  const parts = text.split(between).flatMap(part => (part.trim() && change(part.trim())) || [])
  return parts.length > 0 ? parts.join(', ') : undefined
}

const changeStyle = (rules: string, element: Element, change: Change) =>
  rules.replace(URL_IN_STYLE, (_, double?: string, single?: string, bare?: string) => {
    const changed = change(double ?? single ?? bare ?? '', 'picture', element)
    return changed === undefined ? 'none' : `url("${changed.replace(/["\\\n]/g, encodeURIComponent)}")`
  })
