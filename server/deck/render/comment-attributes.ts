/** `<!-- .slide: … -->` and `<!-- .element: … -->`: attributes written in comments, by reveal.js' rules. */
import type { Comment, Element, Text } from 'hast'
import { isElement, rewrite, set } from './element.ts'

const ELEMENT = /\.element\s*?(.+?)$/m
const SLIDE = /\.slide:\s*?(\S.+?)$/m
const ATTRIBUTE = /([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ]|$)/gm

/** Puts the attributes where they belong and takes the comments out of the tree, but for those shown as code. */
export function commentAttributes(section: Element) {
  visit(section, section)
  rewrite(section, (node, parent) => (node.type === 'comment' && parent.tagName !== 'code' ? [] : [node]))
}

function visit(parent: Element, section: Element) {
  for (const [index, child] of parent.children.entries()) {
    if (isElement(child)) visit(child, section)
    if (child.type === 'comment' && apply(child, target(parent, index), section)) parent.children[index] = NOTHING
  }
}

/** The nearest element before the comment, else the one around it; of a list that it touches, the last item. */
function target(parent: Element, index: number): Element {
  const before = parent.children.slice(0, index)
  const element = before.findLast(node => isElement(node) && node.tagName !== 'br')
  if (!isElement(element)) return parent
  const gap = before.at(-1)
  const apart = gap?.type === 'text' && /\n[ \t]*\n/.test(gap.value)
  if (apart || !/^[uo]l$/.test(element.tagName)) return element
  const last = element.children.findLast(isElement)
  return last ?? element
}

const NOTHING: Text = { type: 'text', value: '' }

/** Whether the comment was one of attributes. */
function apply({ value }: Comment, element: Element, section: Element): boolean {
  const own = ELEMENT.exec(value)?.[1]
  const list = own ?? SLIDE.exec(value)?.[1]
  if (list === undefined) return false
  const owner = own === undefined ? section : element
  for (const [, name, setting, bare] of list.matchAll(ATTRIBUTE)) {
    const key = name ?? bare ?? ''
    if (/^[a-z_:][\w:.-]*$/i.test(key)) set(owner, key, setting ?? '')
  }
  return true
}
