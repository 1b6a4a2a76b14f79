/** Formulas in the trees of questions: `<math>` elements containing TeX, with `display` for block formulas. */
import type { Element } from 'hast'
import { create, get, isElement } from '../deck/render/element.ts'
import type { Content } from './question-item.ts'

/**
 * `$$…$$`, `\[…\]` and `\(…\)` as in Moodle's MathJax filter. `$…$` counts with no space just inside and no digit after it,
 * as in Pandoc's Markdown: "$5 or $10" is not a formula.
 */
const FORMULA =
  /\$\$([^$]+)\$\$|(?<!\\)\\\[((?:(?!\\\[).)+?)\\\]|(?<!\\)\\\(((?:(?!\\\().)+?)\\\)|(?<!\\)\$(?![\s$])((?:[^$\\]|\\.)+?)(?<!\s)\$(?!\d)/gs

const VERBATIM = /^(?:code|pre|math|script|style|textarea)$/

export const formulaElement = (tex: string, display: boolean): Element =>
  create('math', display ? { display: 'block' } : {}, [{ type: 'text', value: tex }])

export const isFormula = ({ tagName }: Element) => tagName === 'math'

export const isDisplay = (element: Element) => get(element, 'display') === 'block'

/** The TeX of a formula. */
export const texOf = ({ children }: Element) => children.map(node => (node.type === 'text' ? node.value : '')).join('')

/** Turns formulas into elements; a dollar alone in a span starts none. */
export function withFormulas(content: Content): Content {
  return content.flatMap((node): Content => {
    if (node.type === 'text') return split(node.value)
    if (!isElement(node) || VERBATIM.test(node.tagName)) return [node]
    return [{ ...node, children: withFormulas(node.children) }]
  })
}

function split(text: string): Content {
  const parts: Content = []
  let from = 0
  for (const match of text.matchAll(FORMULA)) {
    const [all, dollars, brackets, parentheses, dollar] = match
    if (match.index > from) parts.push({ type: 'text', value: text.slice(from, match.index) })
    const tex = (dollars ?? brackets ?? parentheses ?? dollar ?? '').trim()
    parts.push(formulaElement(tex, dollars !== undefined || brackets !== undefined))
    from = match.index + all.length
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) })
  return parts
}
