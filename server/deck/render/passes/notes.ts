/** Speaker notes: taken out of the slide, for the presenter only. */
import type { Element } from 'hast'
import { drop, get, hasClass, html, isElement, rewrite } from '../element.ts'

/** Removes every `<aside class="notes">` and `data-notes` from the slide and returns their HTML. */
export function notes(section: Element): string | undefined {
  const found: string[] = []
  const short = get(section, 'data-notes')
  if (short) found.push(html([{ type: 'text', value: short }]))
  drop(section, 'data-notes')
  rewrite(section, node => {
    if (!isElement(node) || node.tagName !== 'aside' || !hasClass(node, 'notes')) return [node]
    found.push(html(node.children))
    return []
  })
  return found.filter(Boolean).join('\n') || undefined
}
