/** Mermaid fences become pictures that the presenter's or the screen's page draws once for everyone. */
import type { Element, ElementContent } from 'hast'
import { hash } from '../../../slug.ts'
import { DIAGRAM } from '../../addresses.ts'
import { classes, create, hasClass, isElement, rewrite, set } from '../../element.ts'
import type { Pass } from '../../pass.ts'

/** Puts a picture in the place of each `<pre><code class="mermaid">`, with the attributes of both. */
export const diagrams: Pass = (section, { seed }) => {
  const found: Record<string, string> = {}
  rewrite(section, node => {
    const block = isElement(node) && node.tagName === 'pre' ? node.children.find(isMermaid) : undefined
    if (!block || !isElement(node)) return [node]
    const source = raw(block.children).trim()
    // With the seed, which pages do not know, so that it does not tell whether a guess at the source is right.
    const name = hash(`${seed}\n${source}`)
    found[name] = source
    const picture = create('img', {})
    const { class: _, className: __, ...attributes } = { ...block.properties, ...node.properties }
    picture.properties = attributes
    if (node.position) picture.position = node.position
    set(picture, 'class', ['diagram', ...otherClasses(block), ...otherClasses(node)].join(' '))
    set(picture, 'src', DIAGRAM + name)
    set(picture, 'alt', titleOf(source))
    return [picture]
  })
  return Object.keys(found).length > 0 ? { slide: { diagrams: found } } : {}
}

const isMermaid = (node: ElementContent): node is Element =>
  isElement(node) && node.tagName === 'code' && hasClass(node, 'mermaid')

const otherClasses = (element: Element) => classes(element).filter(name => name !== 'mermaid')

/** What the author wrote for those who cannot see it (Mermaid's `accTitle`, or the `title` of its front matter). */
const titleOf = (source: string) =>
  /^[ \t]*(?:accTitle[ \t]*:|title:)[ \t]*(\S.*)$/m
    .exec(source)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2') ?? 'Diagram'

const raw = (nodes: readonly ElementContent[]): string =>
  nodes.map(node => (node.type === 'text' ? node.value : isElement(node) ? raw(node.children) : '')).join('')
