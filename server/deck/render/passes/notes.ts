/** Speaker notes: taken out of the slide, for the presenter only. */
import { drop, get, hasClass, html, isElement, rewrite } from '../element.ts'
import type { Pass } from '../pass.ts'

/** Takes every `<aside class="notes">` and `data-notes` off the slide. */
export const notes: Pass = section => {
  const found: string[] = []
  const short = get(section, 'data-notes')
  if (short) found.push(html([{ type: 'text', value: short }]))
  drop(section, 'data-notes')
  rewrite(section, node => {
    if (!isElement(node) || node.tagName !== 'aside' || !hasClass(node, 'notes')) return [node]
    found.push(html(node.children))
    return []
  })
  const all = found.filter(Boolean).join('\n')
  return all ? { slide: { notes: all } } : {}
}
