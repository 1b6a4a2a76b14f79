/** Maths: formulas between delimiters, found as KaTeX's auto-render finds them in reveal.js, and typeset on the server. */
import type { Element, ElementContent, Text } from 'hast'
import { type Mistake, warning } from '../../../mistake.ts'
import { create, isElement, text } from '../../element.ts'
import type { Pass } from '../../pass.ts'
import type { Delimiters } from './typesetter.ts'

/** Elements that reveal.js leaves alone, and those that can hold no HTML. */
const IGNORED = /^(?:script|noscript|style|textarea|pre|code|svg|math)$/

/** A formula that is wrong stays as it is written. */
export const formulas: Pass = (section, { tex: { delimiters, typeset }, lineOf }) => {
  const mistakes: Mistake[] = []
  let used = false
  visit(section)
  return { slide: used ? { maths: true } : {}, mistakes }

  function visit(parent: Element) {
    parent.children = parent.children.flatMap(node => {
      if (node.type === 'text') return inText(node)
      if (!isElement(node)) return [node]
      if (node.tagName === 'code') return [inCode(node)]
      if (!IGNORED.test(node.tagName)) visit(node)
      return [node]
    })
  }

  function inText(node: Text): ElementContent[] {
    if (!delimiters.some(({ left }) => node.value.includes(left))) return [node]
    const parts = splitFormulas(node.value, delimiters, true)
    if (parts.every(part => typeof part === 'string')) return [node]
    return parts.map((part): ElementContent => {
      if (typeof part === 'string') return { type: 'text', value: part }
      const line = lineOf(textFrom(node, part.start))
      return drawn(part, line) ?? { type: 'text', value: part.written }
    })
  }

  /** Back-ticks around a whole formula keep Markdown's hands off it. */
  function inCode(code: Element): Element {
    const [only] = code.children
    if (only?.type === 'text' && !delimiters.some(({ left }) => only.value.trimStart().startsWith(left))) return code
    const [part, ...rest] = splitFormulas(text(code.children.filter(({ type }) => type === 'text')), delimiters, false)
    if (part === undefined || typeof part === 'string' || part.tex.trim() === '' || rest.length > 0) return code
    const shown = drawn(part, lineOf(code))
    return shown ? { ...code, tagName: 'span', children: shown.children } : code
  }

  function drawn({ tex, display, written }: Formula, line: number): Element | undefined {
    const html = typeset(tex, display)
    if (typeof html === 'string') {
      used = true
      return create('span', {}, [{ type: 'raw', value: html }])
    }
    mistakes.push(
      warning(line, `the formula ${shortened(written)} is shown as it is written: ${html.wrong}; ${CORRECT}`),
    )
    return undefined
  }
}

const DOLLAR = 'write <span>$</span> where you mean a dollar'
const CORRECT = `correct it, or ${DOLLAR}`

interface Formula {
  /** Where in the text it begins. */
  start: number
  tex: string
  display: boolean
  left: string
  /** With its delimiters. */
  written: string
}

/**
 * A text's formulas, and what is between them.
 * @param prose whether a single dollar may be one of money: then pandoc's rule for `$…$` holds (tex_math_dollars), by which
 *   a sign stands right behind the opening dollar and right before the closing one, and no digit follows that
 */
function splitFormulas(text: string, delimiters: Delimiters[], prose: boolean): (string | Formula)[] {
  const parts: (string | Formula)[] = []
  const opening = new RegExp(delimiters.map(({ left }) => left.replace(/[^\w\s]/g, '\\$&')).join('|'), 'g')
  let from = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index
    const delimiter = delimiters.find(({ left }) => left === match?.[0])
    if (!delimiter) break
    const { left, right, display } = delimiter
    const inner = start + left.length
    const money = prose && left === '$' && right === '$'
    const close =
      money && /^(\s|$)/.test(text.slice(inner, inner + 1)) ? -1 : closingDelimiter(text, right, inner, money)
    if (close < 0 && money) continue
    if (close < 0) break
    const end = close + right.length
    if (start > from) parts.push(text.slice(from, start))
    const written = text.slice(start, end)
    const tex = left.startsWith('\\begin{') ? written : text.slice(inner, close)
    parts.push({ start, tex, display, left, written })
    from = opening.lastIndex = end
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** Where `right` stands outside of braces and not after a backslash, nor with `money` where a price would begin; -1 when nowhere. */
function closingDelimiter(text: string, right: string, from: number, money: boolean) {
  let depth = 0
  for (let index = from; index < text.length; index++) {
    if (depth <= 0 && text.startsWith(right, index)) {
      if (!money) return index
      if (/\s/.test(text[index - 1] ?? '')) return -1
      if (!/\d/.test(text[index + 1] ?? '')) return index
    }
    const sign = text[index]
    if (sign === '\\') index++
    if (sign === '{') depth++
    if (sign === '}') depth--
  }
  return -1
}

/** The text from `start` on, as a node that knows its place. */
function textFrom(node: Text, start: number): Text {
  const { position } = node
  const offset = position?.start.offset
  if (!position || offset === undefined) return node
  return { ...node, position: { ...position, start: { ...position.start, offset: offset + start } } }
}

const shortened = (written: string) => {
  const words = written.replace(/\s+/g, ' ')
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

const LONGEST = 60
