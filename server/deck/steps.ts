/** Fragments: numbered as reveal.js numbers them, and the slide's HTML at each step. */
import type { Element, ElementContent } from 'hast'
import { classes, create, elements, get, hasClass, html, isElement, set } from './element.ts'

/** Fragments of these classes are in sight before their step (reveal.js' reveal.css). */
const IN_SIGHT = /^(?:fade-out|semi-fade-out|grow|shrink|strike|highlight-(?:current-)?(?:red|green|blue))$/
const VOID = /^(?:area|br|col|hr|img|input|source|track|wbr)$/

/** `[f + 1]` is what may be seen at step f. A fragment that is still hidden is an empty element with its number. */
export function steps(section: Element): string[] {
  const count = order([...elements(section)].filter(isFragment))
  return Array.from({ length: count + 1 }, (_, shown) => html(section.children.map(node => at(node, shown - 1))))
}

/** Writes the final `data-fragment-index` by the rule of reveal.js' Fragments.sort; returns the number of steps. */
function order(fragments: Element[]): number {
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

function at(node: ElementContent, step: number): ElementContent {
  if (!isElement(node)) return node
  if (isFragment(node) && indexOf(node) > step && !classes(node).some(name => IN_SIGHT.test(name))) {
    return placeholder(node, VOID.test(node.tagName) ? 'span' : node.tagName)
  }
  return { ...node, children: node.children.map(child => at(child, step)) }
}

/** Fragments inside keep an empty place too: without it reveal.js would count fewer steps. */
function placeholder(fragment: Element, tagName: string): Element {
  const inner = [...elements(fragment)].filter(isFragment)
  return create(tagName, { class: 'fragment', 'data-fragment-index': String(indexOf(fragment)) }, [
    ...inner.map(element => create('span', { class: 'fragment', 'data-fragment-index': String(indexOf(element)) })),
  ])
}

const isFragment = (element: Element) => hasClass(element, 'fragment')
const indexOf = (fragment: Element) => Number(get(fragment, 'data-fragment-index'))
