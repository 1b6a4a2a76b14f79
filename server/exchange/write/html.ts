/** The trees of questions as HTML for Moodle, whose filters know `\(…\)` and `$$…$$`. */
import { html, isElement } from '../../deck/render/element.ts'
import { isDisplay, isFormula, texOf } from '../formula.ts'
import type { Content } from '../item.ts'
import { literal } from '../markup.ts'

export const toMoodle = (content: Content): string => html(delimited(content))

/** Formulas as texts with their delimiters. */
export function delimited(content: Content): Content {
  return content.flatMap((node): Content => {
    if (!isElement(node)) return [node]
    if (isFormula(node)) return [literal(isDisplay(node) ? `$$${texOf(node)}$$` : `\\(${texOf(node)}\\)`)]
    return [{ ...node, children: delimited(node.children) }]
  })
}
