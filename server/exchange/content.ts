/** Converts the content of questions from HTML or plain text, and back to plain text. */
import type { Element } from 'hast'
import { create, isElement, parseHtml } from '../deck/render/element.ts'
import { isFormula, texOf, withFormulas } from './formula-element.ts'
import type { Content } from './question-item.ts'

const BLOCKS =
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul'
const INLINE =
  'a abbr audio b big br cite code del dfn em font i iframe img ins kbd mark math q s samp small source span strike strong sub sup tt u var video wbr'
const NAMES = `${BLOCKS} ${INLINE}`.replaceAll(' ', '|')
/** A `<` that starts neither a tag nor a comment. */
const LITERAL = new RegExp(`<(?!/?(?:${NAMES})(?:[\\s/][^<>]*)?>|!--)`, 'gi')
const BLOCK = new RegExp(`^(?:${BLOCKS.replaceAll(' ', '|')})$`)

export const isBlock = ({ tagName }: Element) => BLOCK.test(tagName)

/** HTML as Moodle stores it. What only looks like a tag, such as `<stdio.h>`, is text; so is all of it with too many tags. */
export function contentOfHtml(html: string): Content {
  const opening = html.match(/<[a-z]/gi)?.length ?? 0
  if (opening > MOST_TAGS) return contentOfText(html)
  return withFormulas(parseHtml(html.replace(LITERAL, '&lt;')))
}

/** Most tags in one text: even if nested, the tree can be walked recursively. */
const MOST_TAGS = 500

/** From plain text; line breaks are kept. */
export function contentOfText(text: string): Content {
  const lines = text.split('\n')
  return withFormulas(
    lines.flatMap((line, index): Content => [...(index > 0 ? [create('br', {})] : []), textNode(line)]),
  )
}

export const textNode = (value: string) => ({ type: 'text' as const, value })

/** As plain text; formulas as `$…$`. */
export const withoutMarkup = (content: Content): string => content.map(textOf).join('').replace(/\s+/g, ' ').trim()

function textOf(node: Content[number]): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  if (isFormula(node)) return `$${texOf(node)}$`
  if (node.tagName === 'br') return ' '
  if (node.tagName === 'img') return String(node.properties.alt ?? '')
  const inner = node.children.map(textOf).join('')
  return isBlock(node) ? ` ${inner} ` : inner
}

/** Whether plain text loses nothing. */
export const isPlain = (content: Content): boolean =>
  content.every(node => node.type === 'text' || (isElement(node) && (isFormula(node) || isDollar(node))))

/** A span that only stops a dollar sign from starting a formula. */
export const isDollar = (node: Element): boolean =>
  node.tagName === 'span' &&
  Object.keys(node.properties).length === 0 &&
  node.children.every(({ type }) => type === 'text')
