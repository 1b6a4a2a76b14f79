/** `<section>`s that a slide's Markdown holds: reveal.js shows each as a slide of its own, one below the other. */
import type { Element, ElementContent } from 'hast'
import { create, get, isElement, set } from './element.ts'

/** What only one slide can have: its name, and the beginning of a part. */
const FIRST_ONLY = new Set('id data-id data-segment data-duration data-title data-pace data-timer'.split(' '))

/**
 * The slides that a section stands for. What stands beside the inner sections is on each of their slides, since reveal.js
 * shows it as long as it shows one of them; each also gets the outer section's attributes. A single inner section, and
 * all of those in a vertical stack, which has no third dimension, are part of the slide that they are in.
 * @param alone whether the slide is in no vertical stack
 */
export function* innerSections(section: Element, alone: boolean): Generator<Element> {
  const inner = section.children.filter(isSection)
  const asks = get(section, 'data-qcm') !== undefined
  if (asks) for (const part of inner) part.tagName = 'div'
  if (asks || !alone || inner.length < 2) {
    yield section
    return
  }
  const [first] = inner
  const start = section.children.findIndex(isSection)
  const before = section.children.slice(0, start).filter(isContent)
  const after = section.children.slice(start).filter(node => !isSection(node) && isContent(node))
  for (const part of inner) {
    const slide = create('section', writtenAttributes(part), [
      ...structuredClone(before),
      ...part.children,
      ...structuredClone(after),
    ])
    if (part.position) slide.position = part.position
    inherit(slide, section, part === first)
    yield slide
  }
}

function inherit(slide: Element, outer: Element, first: boolean) {
  const ownBackground = Object.keys(slide.properties).some(isBackground)
  for (const [name, given] of Object.entries(writtenAttributes(outer))) {
    const own = get(slide, name)
    if ((!first && FIRST_ONLY.has(name)) || (isBackground(name) && ownBackground)) continue
    if (own === undefined) set(slide, name, given)
    else if (name === 'class') set(slide, name, `${given} ${own}`)
    else if (name === 'style') set(slide, name, `${given.replace(/;?\s*$/, '')}; ${own}`)
  }
}

const isSection = (node: { type: string } | undefined): node is Element => isElement(node) && node.tagName === 'section'

const isContent = (node: ElementContent) => node.type !== 'text' || node.value.trim() !== ''

const isBackground = (name: string) => name.startsWith('data-background')

/** Attributes under their names in HTML, which the tree spells `className` and `dataId`. */
function writtenAttributes(element: Element): Record<string, string> {
  const names = Object.keys(element.properties).map((name): [string, string] => [name, get(element, name) ?? ''])
  return Object.fromEntries(names.map(([name, value]) => [name === 'className' ? 'class' : dashed(name), value]))
}

const dashed = (name: string) =>
  name.startsWith('aria')
    ? name.toLowerCase().replace(/^aria-?/, 'aria-')
    : name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
