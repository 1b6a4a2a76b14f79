/** Writes the trees of questions as Markdown that Amphi renders back to the same trees. */
import type { Element } from 'hast'
import { create, get, html, isElement } from '../../deck/render/element.ts'
import { isBlock, isDollar, textNode } from '../content.ts'
import { isDisplay, isFormula, texOf } from '../formula-element.ts'
import type { Content } from '../question-item.ts'

/** Content on one line. */
export function line(content: Content): string {
  return start(
    inline(merged(content))
      .replace(/[ \t\n]+/g, ' ')
      .trim(),
  )
}

/** Blocks to be separated by empty lines; each is one or more lines of Markdown. */
export function blocks(content: Content): string[] {
  return paragraphs(content).map(block).filter(Boolean)
}

/** Blocks as they are, and the inline content between them as paragraphs. */
export function paragraphs(content: Content): Content[] {
  const parts: Content[] = []
  let run: Content = []
  const close = () => {
    if (run.some(node => node.type !== 'text' || node.value.trim() !== '')) parts.push(run)
    run = []
  }
  for (const node of content) {
    if (isElement(node) && isBlock(node)) {
      close()
      const opened = /^(?:p|div|center|section)$/.test(node.tagName)
      if (opened) parts.push(...paragraphs(node.children))
      else parts.push([node])
    } else run.push(node)
  }
  close()
  return parts
}

/** The block element of a part from `paragraphs`; undefined for inline content. */
export function blockOf([only, ...rest]: Content): Element | undefined {
  return rest.length === 0 && isElement(only) && isBlock(only) ? only : undefined
}

function block(part: Content): string {
  const element = blockOf(part)
  if (!element) return line(part)
  return element.tagName === 'pre' ? code(element) : raw(element)
}

const FENCED = /^(?:-{3,4}[ \t]*|notes?:.*|`{3,}.*)$/im

function code(pre: Element): string {
  const inner = pre.children.find(isElement) ?? pre
  const language = /(?:^|\s)lang(?:uage)?-(\S+)/.exec(get(inner, 'class') ?? '')?.[1] ?? ''
  const source = verbatim(pre).replace(/^\n|\n$/g, '')
  // In a fence, such a line would end the slide, start the notes or end the fence.
  if (FENCED.test(source))
    return raw({ ...pre, children: [create('code', language ? { class: language } : {}, [textNode(source)])] })
  return `\`\`\`${language}\n${source}\n\`\`\``
}

/** HTML on one line, which Markdown leaves alone. */
const raw = (element: Element) => html([finished(element)]).replace(/\n/g, '&#10;')

/** Formulas with their dollars, and other dollars escaped. */
function finished(element: Element): Element {
  const keep = element.tagName === 'pre'
  return {
    ...element,
    children: (element.children as Content).flatMap((node): Element['children'] => {
      if (isElement(node)) return isFormula(node) ? [textNode(delimited(node))] : [finished(node)]
      if (node.type !== 'text') return []
      return keep || element.tagName === 'code' ? [node as Content[number]] : guarded(node.value.replace(/\s+/g, ' '))
    }),
  }
}

const guarded = (text: string): Content =>
  text
    .split(/(\$)/)
    .flatMap((part): Content => (part === '$' ? [create('span', {}, [textNode('$')])] : part ? [textNode(part)] : []))

const delimited = (element: Element) => (isDisplay(element) ? `$$${texOf(element)}$$` : `$${texOf(element)}$`)

const inline = (content: Content): string =>
  content.map((node, index) => piece(node, content[index - 1], content[index + 1])).join('')

function piece(node: Content[number], before: Content[number] | undefined, after: Content[number] | undefined): string {
  if (node.type === 'text') return escaped(node.value)
  if (!isElement(node)) return ''
  if (isDollar(node)) return inline(node.children)
  if (isFormula(node)) return codeSpan(delimited(node).replace(/\s+/g, ' '))
  const { tagName } = node
  if (tagName === 'br') return '<br>'
  if (tagName === 'pre')
    return `<code>${escaped(verbatim(node).trim()).replace(/\n/g, '<br>').replace(/ {2}/g, '&nbsp; ')}</code>`
  if (tagName === 'code') return inlineCode(node)
  if (tagName === 'img' || tagName === 'a') return link(node)
  const inner = inline(merged(node.children))
  const sign = /^(?:strong|b)$/.test(tagName) ? '**' : /^(?:em|i)$/.test(tagName) ? '*' : undefined
  if (sign && apart(node, before, after)) return `${sign}${inner}${sign}`
  if (isBlock(node)) return ` ${inner} `
  return `${tag(node)}${inner}</${tagName}>`
}

/** Whether `*` works for emphasis, which it does around words next to text; elsewhere it takes tags. */
function apart({ children }: Element, ...beside: (Content[number] | undefined)[]): boolean {
  const [only, ...rest] = children
  const words = only?.type === 'text' && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(only.value)
  return words && rest.length === 0 && beside.every(node => node === undefined || node.type === 'text')
}

function inlineCode(node: Element): string {
  const source = verbatim(node)
  if (source.trim() === '' || !node.children.every(({ type }) => type === 'text'))
    return `<code>${inline(node.children)}</code>`
  // With back-ticks, code that looks like a formula would become one.
  if (/^\s*(?:\$.*\$|\\\(.*\\\)|\\\[.*\\\])\s*$/s.test(source)) return `<code>${escaped(source)}</code>`
  return codeSpan(source.replace(/\n/g, ' '))
}

/** With more back-ticks around it than inside. */
function codeSpan(source: string): string {
  const longest = Math.max(0, ...(source.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .*[^ ].* $/.test(source) ? ' ' : ''
  return `${fence}${space}${source}${space}${fence}`
}

function link(node: Element): string {
  const { href, src, alt, ...others } = node.properties
  const address = String(href ?? src ?? '')
  const simple = Object.keys(others).length === 0 && /^[^\s<>()"\\]+$/.test(address)
  if (node.tagName === 'img') return simple ? `![${escaped(String(alt ?? ''))}](${address})` : tag(node)
  const inner = inline(merged(node.children))
  return simple && inner !== '' && !node.children.some(isElement)
    ? `[${inner}](${address})`
    : `${tag(node)}${inner}</a>`
}

const tag = (node: Element) =>
  html([{ ...node, children: [] }])
    .replace(new RegExp(`</${node.tagName}>$`), '')
    .replace(/\n/g, '&#10;')

export const verbatim = (element: Element): string =>
  element.children
    .map(node =>
      node.type === 'text' ? node.value : isElement(node) ? (node.tagName === 'br' ? '\n' : verbatim(node)) : '',
    )
    .join('')

/** Joins neighbouring texts, so that escaping sees a character and what follows it. */
function merged(content: Content): Content {
  const list: Content = []
  for (const node of content) {
    const last = list.at(-1)
    if (node.type === 'text' && last?.type === 'text') list[list.length - 1] = textNode(last.value + node.value)
    else list.push(node)
  }
  return list
}

/** Escapes what Markdown would read as markup, a formula or a link. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\.|(?<=\w)@(?=\w)/gi, '\\$&')
    .replace(/\$/g, '<span>$</span>')

/** Escapes what would start a block or the notes at the beginning of a line. */
const start = (text: string): string =>
  text
    .replace(/^(?:[-+](?=\s|$)|#+(?=\s|$)|-{2,})/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(notes?):/i, '$1&#58;')
