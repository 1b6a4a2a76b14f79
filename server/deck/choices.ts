/** A task list read as the choices of a question. */
import type { Element, ElementContent } from 'hast'
import { type Choice, error, type Mistake } from './deck.ts'
import { drop, elements, hasClass, html, isElement, quotes, text } from './element.ts'

const LEAST = 2
const MOST = 12
const LETTERS = 'ABCDEFGHIJKL'

/** A list with a box on one of its items, even one that Markdown does not take for a task because nothing follows it. */
export const isTaskList = (element: Element) => /^[uo]l$/.test(element.tagName) && items(element).some(hasBox)

export function choices(list: Element, lineOf: (node: ElementContent | undefined) => number) {
  const mistakes: Mistake[] = []
  const all = items(list)
  if (all.length < LEAST) {
    mistakes.push(error(lineOf(list), `the question has ${all.length} choice; write at least ${LEAST}`))
  }
  if (all.length > MOST) {
    mistakes.push(error(lineOf(list), `the question has ${all.length} choices; keep at most ${MOST}`))
  }
  const value = all.map((item, index) => {
    const wrong = check(item)
    if (wrong) mistakes.push(error(lineOf(item), wrong))
    return choice(item, LETTERS.charAt(index))
  })
  return { value, mistakes }
}

/** Takes fragments' classes away: a question's parts are not steps of the slide. */
export function still(node: Element): Element {
  for (const element of [node, ...elements(node)]) {
    if (!hasClass(element, 'fragment')) continue
    drop(element, 'class')
    drop(element, 'data-fragment-index')
  }
  return node
}

function check(item: Element): string | undefined {
  const inner = answer(item)
  if (EMPTY.test(text(inner))) return 'the choice is empty; write its text after the [ ]'
  if (!box(item)) return 'the choice has no box; begin it with "- [ ]" or, when it is right, "- [x]"'
  if (text(inner) === '' && !inner.some(picture)) return 'the choice is empty; write its text after the [ ]'
  if ([...elements(item)].some(element => element !== item && isTaskList(element))) {
    return 'the choice holds another task list; write all choices in one list, without indentation'
  }
  return undefined
}

function choice(item: Element, key: string): Choice {
  const inner = answer(item)
  const feedback = quotes(item)
    .map(quote => html(still(quote).children))
    .join('\n')
  return {
    key,
    html: html(inner),
    text: text(inner),
    ...(feedback && { feedback }),
    right: box(item)?.properties.checked === true,
  }
}

/** What stands beside the box, without the quotes; the paragraph of a spaced-out list is opened. */
function answer(item: Element): ElementContent[] {
  const copy: Element = { ...item, properties: {}, children: beside(item) }
  const blocks = still(copy).children.filter(node => node.type !== 'text' || node.value.trim() !== '')
  const [only] = blocks
  return blocks.length === 1 && isElement(only) && only.tagName === 'p' ? only.children : copy.children
}

const beside = (parent: Element): ElementContent[] =>
  parent.children.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    if (isBox(node) || node.tagName === 'blockquote') return []
    return [{ ...node, properties: { ...node.properties }, children: beside(node) }]
  })

const EMPTY = /^\[[ xX]?\]$/

const items = (list: Element) => list.children.filter(isElement).filter(({ tagName }) => tagName === 'li')

const hasBox = (item: Element) => box(item) !== undefined || /^\[[ xX]\]/.test(text(answer(item)))

/** The box that Markdown made: first in the item, or in its first paragraph. */
function box(item: Element): Element | undefined {
  const first = item.children.find(isElement)
  if (first && isBox(first)) return first
  const inner = first?.tagName === 'p' ? first.children.find(isElement) : undefined
  return inner && isBox(inner) ? inner : undefined
}

const isBox = ({ tagName, properties }: Element) => tagName === 'input' && properties.type === 'checkbox'
const picture = (node: ElementContent): boolean =>
  isElement(node) && (/^(?:img|svg|math|video|picture)$/.test(node.tagName) || node.children.some(picture))
