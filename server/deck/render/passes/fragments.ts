/** Fragments: numbered as reveal.js numbers them, and the slide's HTML at each step. */
import type { Element, ElementContent } from 'hast'
import { classes, create, elements, get, hasClass, isElement, markup, set } from '../element.ts'
import type { Pass } from '../pass.ts'

/** Fragments of these classes are in sight before their step (reveal.js' reveal.css). */
const SEEN_BEFORE = /^(?:fade-out|semi-fade-out|grow|shrink|strike|highlight-(?:current-)?(?:red|green|blue))$/
const VOID = /^(?:area|br|col|hr|img|input|source|track|wbr)$/

/** A fragment that is still hidden is an empty element with its number. */
export const fragments: Pass = section => {
  const count = numberFragments(elements(section).filter(isFragment))
  const parts = section.children.map(partOf)
  const html = Array.from({ length: count + 1 }, (_, shown) =>
    parts
      .map(part => drawn(part, shown - 1))
      .join('')
      .trim(),
  )
  return { slide: { html } }
}

/** A piece of HTML: the same at every step, or told by the step. Each is written once, however many steps there are. */
type Part = string | ((step: number) => string)

const drawn = (part: Part, step: number) => (typeof part === 'string' ? part : part(step))

function partOf(node: ElementContent): Part {
  if (!isElement(node) || !(isFragment(node) || elements(node).some(isFragment))) return markup([node])
  // Inside a drawing, tags are written by other rules.
  if (node.tagName === 'svg' || node.tagName === 'math') return step => markup([atStep(node, step)])
  const [open, close] = tags(node)
  const inner = node.children.map(partOf)
  const whole = (step: number) => open + inner.map(part => drawn(part, step)).join('') + close
  if (!isFragment(node) || isSeenBefore(node)) return whole
  const empty = markup([placeholder(node)])
  const index = indexOf(node)
  return step => (index > step ? empty : whole(step))
}

/** What is written before and after an element's children. */
function tags(element: Element): [string, string] {
  const empty = markup([{ ...element, children: [] }])
  const close = `</${element.tagName}>`
  return empty.endsWith(close) ? [empty.slice(0, -close.length), close] : [empty, '']
}

/** Writes the final `data-fragment-index` by the rule of reveal.js' Fragments.sort; returns the number of steps. */
function numberFragments(fragments: Element[]): number {
  const indexed = new Map<number, Element[]>()
  const rest: Element[][] = []
  for (const fragment of fragments) {
    const index = Number.parseInt(get(fragment, 'data-fragment-index') ?? '', 10)
    if (index >= 0) indexed.set(index, [...(indexed.get(index) ?? []), fragment])
    else rest.push([fragment])
  }
  const sorted = [...indexed].sort(([a], [b]) => a - b).map(([, group]) => group)
  const groups = [...sorted, ...rest]
  for (const [index, group] of groups.entries()) {
    for (const fragment of group) set(fragment, 'data-fragment-index', String(index))
  }
  return groups.length
}

function atStep(node: ElementContent, step: number): ElementContent {
  if (!isElement(node)) return node
  if (isFragment(node) && indexOf(node) > step && !isSeenBefore(node)) return placeholder(node)
  return { ...node, children: node.children.map(child => atStep(child, step)) }
}

/** Fragments inside keep an empty place too: without it reveal.js would count fewer steps. */
function placeholder(fragment: Element): Element {
  const tagName = VOID.test(fragment.tagName) ? 'span' : fragment.tagName
  const inner = elements(fragment).filter(isFragment)
  return create(tagName, { class: 'fragment', 'data-fragment-index': String(indexOf(fragment)) }, [
    ...inner.map(element => create('span', { class: 'fragment', 'data-fragment-index': String(indexOf(element)) })),
  ])
}

const isSeenBefore = (fragment: Element) => classes(fragment).some(name => SEEN_BEFORE.test(name))
const isFragment = (element: Element) => hasClass(element, 'fragment')
const indexOf = (fragment: Element) => Number(get(fragment, 'data-fragment-index'))
