/** Reading and changing elements of an HTML tree by the names that authors write. */
import type { Element, ElementContent, Literal } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'

export const isElement = (node: { type: string } | undefined): node is Element => node?.type === 'element'

/** The value of an attribute as text; `''` when it stands without a value, undefined when it is absent. */
export function get(element: Element, name: string): string | undefined {
  const key = keyOf(element, name)
  const value = key === undefined ? undefined : element.properties[key]
  if (value === undefined || value === null || value === false) return undefined
  if (value === true) return ''
  return Array.isArray(value) ? value.join(key === 'srcSet' || key === 'accept' ? ', ' : ' ') : String(value)
}

export function set(element: Element, name: string, value: string) {
  element.properties[keyOf(element, name) ?? name.toLowerCase()] = value
}

export function drop(element: Element, name: string) {
  const key = keyOf(element, name)
  if (key !== undefined) delete element.properties[key]
}

/** Values by the names that the tree has for them, such as `dataId`. */
export const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries(Object.keys(element.properties).map(name => [name, get(element, name) ?? '']))

export const classes = (element: Element): string[] => get(element, 'class')?.split(/\s+/).filter(Boolean) ?? []

export const hasClass = (element: Element, name: string) => classes(element).includes(name)

export const isHeading = (element: Element) => /^h[1-6]$/.test(element.tagName)

/** All elements below `parent`, in document order. */
export function elements(parent: Element): Element[] {
  const found: Element[] = []
  collect(parent, found)
  return found
}

function collect(parent: Element, found: Element[]) {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    found.push(child)
    collect(child, found)
  }
}

/** The outermost quotes below `parent`. */
export function quotes(parent: Element): Element[] {
  return parent.children.filter(isElement).flatMap(child => (child.tagName === 'blockquote' ? [child] : quotes(child)))
}

/** Rebuilds the tree below `parent`: what `change` returns stands in the place of each node. */
export function rewrite(parent: Element, change: (node: ElementContent, parent: Element) => ElementContent[]) {
  parent.children = parent.children.flatMap(node => change(node, parent))
  for (const child of parent.children) if (isElement(child)) rewrite(child, change)
}

/** Plain text, with white space collapsed. */
export const text = (nodes: readonly ElementContent[]) => nodes.map(textOf).join('').replace(/\s+/g, ' ').trim()

export const html = (nodes: readonly ElementContent[]) => markup(nodes).trim()

/** HTML with the white space around it. */
export const markup = (nodes: readonly ElementContent[]) => toHtml({ type: 'root', children: [...nodes] }, HTML)

const HTML = { characterReferences: { useNamedReferences: true }, allowDangerousHtml: true }

/** Finished HTML of a well-kept library, large, which no pass has to look into. */
export interface Raw extends Literal {
  type: 'raw'
}

declare module 'hast' {
  interface ElementContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
}

export const parseHtml = (html: string) => fromHtml(html, { fragment: true }).children as ElementContent[]

export const create = (
  tagName: string,
  properties: Record<string, string>,
  children: ElementContent[] = [],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type === 'raw') return parseHtml(node.value).map(textOf).join('')
  if (!isElement(node)) return ''
  if (node.tagName === 'br') return ' '
  if (node.tagName === 'img') return get(node, 'alt') ?? ''
  if (node.tagName === 'style') return ''
  if (node.tagName === 'span' && hasClass(node, 'katex')) return texOf(node)
  const inner = node.children.map(textOf).join('')
  return BLOCK.test(node.tagName) ? ` ${inner} ` : inner
}

/** The TeX of a formula that KaTeX typeset; its MathML when that has no source. */
function texOf(katex: Element): string {
  const all = elements(katex)
  const source = all.find(({ tagName }) => tagName === 'annotation') ?? all.find(({ tagName }) => tagName === 'math')
  return source?.children.map(textOf).join('') ?? ''
}

const BLOCK = /^(?:h[1-6]|p|li|ul|ol|div|blockquote|pre|td|th|tr|table|section|figure|figcaption)$/

/** The tree spells `data-fragment-index` as `dataFragmentIndex`; both are found. */
function keyOf({ properties }: Element, name: string) {
  if (Object.hasOwn(properties, name)) return name
  let wanted: string | undefined
  for (const key of Object.keys(properties)) {
    wanted ??= plainName(name)
    if (plainName(key) === wanted) return key
  }
  return undefined
}

/** The few hundred names that decks use; a deck that invents thousands has them worked out each time. */
const plainNames = new Map<string, string>()

function plainName(name: string): string {
  const before = plainNames.get(name)
  if (before !== undefined) return before
  const letters = name.toLowerCase().replace(/[-:]/g, '')
  const key = letters === 'classname' ? 'class' : letters
  if (plainNames.size < 1_000) plainNames.set(name, key)
  return key
}
