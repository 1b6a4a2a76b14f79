/**
 * Takes out of a slide what could run code, load code, or send a form; the teacher is told what and where.
 * Not hast-util-sanitize: it needs a list of what is allowed, while a deck may use any element and attribute, and it does
 * not say what it dropped.
 */
import type { Element } from 'hast'
import { type Mistake, warning } from '../../mistake.ts'
import { get, isElement, rewrite } from '../element.ts'
import type { Pass } from '../pass.ts'

const REFUSED = new Set(
  'script base meta link object embed applet template noscript frame frameset noembed noframes xmp plaintext portal'.split(
    ' ',
  ),
)
const INSTEAD: Record<string, string> = {
  script: 'with --unsafe-scripts it runs, on the screen only',
  link: 'write the rules in a <style> instead',
  object: 'use <img>, <video> or <iframe> instead',
  embed: 'use <img>, <video> or <iframe> instead',
}
const SENDS = new Set(['action', 'formaction', 'srcdoc', 'ping'])
const INHERITED = ['constructor', '__proto__']
const URLS = new Set(
  'src srcset href xlinkhref data poster background cite datasrc databackground databackgroundimage databackgroundvideo databackgroundiframe datapreviewlink datapreviewimage datapreviewvideo to from values'.split(
    ' ',
  ),
)

export const sanitize: Pass = (section, { lineOf }, { scripted }) => {
  const mistakes: Mistake[] = []
  const clean = (element: Element) => {
    // The serializer takes names that every object has for known attributes.
    for (const name of INHERITED) delete element.properties[name]
    for (const name of Object.keys(element.properties)) {
      if (!harmful(name, get(element, name) ?? '')) continue
      delete element.properties[name]
      const what = `${name.toLowerCase()} on <${element.tagName}>`
      mistakes.push(warning(lineOf(element), `${what} is left out: it could run code; remove it`))
    }
  }
  clean(section)
  rewrite(section, node => {
    // Comments inside of code have been turned into text.
    if (node.type === 'comment') return []
    if (!isElement(node)) return [node]
    if (REFUSED.has(node.tagName)) {
      const instead = INSTEAD[node.tagName] ?? 'remove it'
      const runs = scripted && node.tagName === 'script'
      if (!runs) mistakes.push(warning(lineOf(node), `<${node.tagName}> is left out; ${instead}`))
      return []
    }
    clean(node)
    return [node]
  })
  return { mistakes }
}

function harmful(property: string, value: string) {
  const name = property.toLowerCase().replace(/[-:]/g, '')
  if (name.startsWith('on') || SENDS.has(name)) return true
  // Browsers ignore white space and control characters inside a scheme.
  return (
    URLS.has(name) &&
    /(?:^|[,;])(?:javascript|vbscript|data:text\/html|data:text\/xml|data:application\/x)/i.test(withoutSpace(value))
  )
}

const withoutSpace = (value: string) => [...value].filter(sign => sign > ' ').join('')
