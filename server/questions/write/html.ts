/** The trees of questions as HTML for Moodle, whose filters know `\(…\)` and `$$…$$`. */
import { html, isElement } from '../../deck/element.ts'
import { isDisplay, isFormula, texOf } from '../formula.ts'
import type { Content } from '../item.ts'
import { literal } from '../markup.ts'

export const toMoodle = (content: Content): string => html(said(content))

function said(content: Content): Content {
  return content.flatMap((node): Content => {
    if (!isElement(node)) return [node]
    if (isFormula(node)) return [literal(isDisplay(node) ? `$$${texOf(node)}$$` : `\\(${texOf(node)}\\)`)]
    return [{ ...node, children: said(node.children) }]
  })
}
