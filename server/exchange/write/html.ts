/** Writes the trees of questions as HTML for Moodle, whose filters render `\(…\)` and `$$…$$`. */
import { html, isElement } from '../../deck/render/element.ts'
import { textNode } from '../content.ts'
import { isDisplay, isFormula, texOf } from '../formula-element.ts'
import type { Content } from '../question-item.ts'

export const moodleHtml = (content: Content): string => html(withDelimiters(content))

/** Formulas as text with delimiters. */
export function withDelimiters(content: Content): Content {
  return content.flatMap((node): Content => {
    if (!isElement(node)) return [node]
    if (isFormula(node)) return [textNode(isDisplay(node) ? `$$${texOf(node)}$$` : `\\(${texOf(node)}\\)`)]
    return [{ ...node, children: withDelimiters(node.children) }]
  })
}
