/** Where a workshop's tasks stand on its slides, and the quotes under them. */
import type { Element, ElementContent } from 'hast'
import { box, isList } from '../questions/task-list.ts'
import { drop, elements, get, hasClass, isElement, text } from '../render/element.ts'
import type { Context } from '../render/pass.ts'
import { markedKind } from './segment-marks.ts'

/** Whether boxes on a slide are tasks: in a workshop, where it asks nothing. */
export const hasTasks = (section: Element, { earlier }: Context) =>
  (markedKind(section) ?? earlier.segment) === 'workshop' && get(section, 'data-qcm') === undefined

export const isTask = (element: Element) => element.tagName === 'li' && box(element) !== undefined

/** Items with a box, in document order, those in other items too; not those in notes and hints. */
export function taskItems(parent: Element, inTask = false): Element[] {
  return parent.children.filter(isElement).flatMap(child => {
    if (isNotes(child) || isHint(child) || (inTask && isQuote(child))) return []
    const found = isTask(child)
    return [...(found ? [child] : []), ...taskItems(child, inTask || found)]
  })
}

export const isQuote = (node: ElementContent): boolean => isElement(node) && node.tagName === 'blockquote'

/** A quote that says that it is a hint, wherever it stands. */
export const isHint = (element: Element) => isQuote(element) && hintTime(element) !== undefined

/** What `data-hint` says, on the quote or, where its comment is written inside, on a part of it. */
export const hintTime = (quote: Element): string | undefined =>
  [quote, ...elements(quote)].map(part => get(part, 'data-hint')).find(value => value !== undefined)

export function dropHintTime(quote: Element) {
  for (const part of [quote, ...elements(quote)]) drop(part, 'data-hint')
}

export const isNotes = (element: Element) => element.tagName === 'aside' && hasClass(element, 'notes')

/** What the task asks for, as plain text: its first paragraph, without what is listed or shown below. */
export function taskText(item: Element): string {
  const shown = item.children.filter(node => node !== box(item) && !isBlank(node))
  const [first] = shown
  if (first && isElement(first) && first.tagName === 'p') return text(first.children)
  const end = shown.findIndex(node => isElement(node) && isBlock(node))
  const line = text(end < 0 ? shown : shown.slice(0, end))
  return line || text(shown.filter(node => !isElement(node) || !isList(node)))
}

const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === ''

export const isBlock = ({ tagName }: Element) =>
  /^(?:[uo]l|p|pre|table|div|blockquote|h[1-6]|figure|details|hr)$/.test(tagName)
