/** Highlighted code as a tree, and as the table of numbered lines that reveal.js' sheet draws. */
import type { ElementContent } from 'hast'
import { create, isElement } from '../../element.ts'

const TOKEN = /<span class="([^"]*)">|(<\/span>)|([^<]+)/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

/** The tree of highlight.js' HTML, which holds nothing but spans with a class and escaped text. */
export function parseHighlighted(html: string): ElementContent[] {
  const root = create('code', {})
  const open = [root]
  for (const [, name, end, text] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root
    if (end) {
      open.pop()
      continue
    }
    if (name === undefined) {
      parent.children.push({ type: 'text', value: (text ?? '').replace(/&[#\w]+;/g, sign => ENTITIES[sign] ?? sign) })
      continue
    }
    const span = create('span', { class: name })
    parent.children.push(span)
    open.push(span)
  }
  return root.children
}

/** Rows numbered from `first`; those that `step` names, such as `1,3-5` counted from 1, are pointed out. */
export function lineTable(nodes: ElementContent[], first: number, step: string) {
  const wanted = ranges(step)
  const lines = splitLines(nodes)
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  const pointed = lines.map((_, index) => wanted.some(([from, to]) => index + 1 >= from && index + 1 <= to))
  const rows = lines.map((line, index) => {
    const number = String(first + index)
    return create('tr', pointed[index] ? { class: 'highlight-line' } : {}, [
      create('td', { class: 'hljs-ln-line hljs-ln-numbers', 'data-line-number': number }, [
        create('div', { class: 'hljs-ln-n', 'data-line-number': number }),
      ]),
      create(
        'td',
        { class: 'hljs-ln-line hljs-ln-code', 'data-line-number': number },
        line.length > 0 ? line : [{ type: 'text', value: ' ' }],
      ),
    ])
  })
  return { rows, pointed: pointed.includes(true) }
}

const ranges = (step: string): [number, number][] =>
  step
    .split(',')
    .filter(range => /^[\d-]+$/.test(range))
    .map(range => {
      const [from = Number.NaN, to = Number.NaN] = range.split('-').map(part => Number.parseInt(part, 10))
      return [from, Number.isNaN(to) ? from : to]
    })

/** Cuts a tree at its line breaks; what spans several lines is opened again on each. */
function splitLines(nodes: ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    const parts: ElementContent[][] = isElement(node)
      ? splitLines(node.children).map(children => (children.length > 0 ? [{ ...node, children }] : []))
      : node.type === 'text'
        ? node.value.split(/\r\n|\r|\n/).map(value => (value === '' ? [] : [{ type: 'text', value }]))
        : []
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push(...part)
    }
  }
  return lines
}
