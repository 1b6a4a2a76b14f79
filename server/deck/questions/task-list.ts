/** The items of a list, with or without a box, as the parts of a question are written in them. */
import type { Element, ElementContent } from 'hast'
import { drop, elements, hasClass, html, isElement, quotes, text } from '../render/element.ts'

/** A list with a box on one of its items, even one that Markdown does not take for a task because nothing follows it. */
export const isTaskList = (element: Element) => isList(element) && listItems(element).some(hasBox)

export const isList = ({ tagName }: Element) => /^[uo]l$/.test(tagName)

export const listItems = (list: Element) => list.children.filter(isElement).filter(({ tagName }) => tagName === 'li')

/** Nothing is written after the box. */
export const isEmpty = (item: Element) => {
  const inner = answerContent(item)
  if (!box(item) && EMPTY.test(text(inner))) return true
  return text(inner) === '' && !inner.some(picture)
}

export const isTicked = (item: Element) => box(item)?.properties.checked === true

/** HTML of the quotes in an item; '' for none. */
export const feedbackHtml = (item: Element): string =>
  quotes(item)
    .map(quote => html(withoutFragments(quote).children))
    .join('\n')

/** Takes fragments' classes away: a question's parts are not steps of the slide. */
export function withoutFragments(node: Element): Element {
  for (const element of [node, ...elements(node)]) {
    if (!hasClass(element, 'fragment')) continue
    drop(element, 'class')
    drop(element, 'data-fragment-index')
  }
  return node
}

/** What stands beside the box, without the quotes; the paragraph of a spaced-out list is opened. */
export function answerContent(item: Element): ElementContent[] {
  const copy: Element = { ...item, properties: {}, children: beside(item) }
  const blocks = withoutFragments(copy).children.filter(node => node.type !== 'text' || node.value.trim() !== '')
  const [only] = blocks
  return blocks.length === 1 && isElement(only) && only.tagName === 'p' ? only.children : copy.children
}

/** The box that Markdown made: first in the item, or in its first paragraph. */
export function box(item: Element): Element | undefined {
  const first = item.children.find(isElement)
  if (first && isBox(first)) return first
  const inner = first?.tagName === 'p' ? first.children.find(isElement) : undefined
  return inner && isBox(inner) ? inner : undefined
}

const hasBox = (item: Element) => box(item) !== undefined || /^\s*\[[ xX]\]/.test(plain(answerContent(item)))

/** Text that was meant for an item with a box, and that Markdown did not take for one. */
export const looksBoxed = (nodes: readonly ElementContent[]) => BOX.test(plain(nodes))

const BOX = /^\s*(?:[-*+]|\d+[.)])?\s*\[[ xX]?\]/m

/** Text with its line breaks; of code, only that of blocks. */
const plain = (nodes: readonly ElementContent[]): string =>
  nodes
    .map(node => {
      if (!isElement(node)) return 'value' in node ? node.value : ''
      return node.tagName === 'code' ? '' : plain(node.tagName === 'pre' ? node.children.flatMap(inner) : node.children)
    })
    .join('')

const inner = (node: ElementContent): ElementContent[] => (isElement(node) ? node.children : [node])

const beside = (parent: Element): ElementContent[] =>
  parent.children.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    if (isBox(node) || node.tagName === 'blockquote') return []
    return [{ ...node, properties: { ...node.properties }, children: beside(node) }]
  })

const EMPTY = /^\[[ xX]?\]$/

const isBox = ({ tagName, properties }: Element) => tagName === 'input' && properties.type === 'checkbox'
const picture = (node: ElementContent): boolean =>
  isElement(node) && (/^(?:img|svg|math|video|picture)$/.test(node.tagName) || node.children.some(picture))
