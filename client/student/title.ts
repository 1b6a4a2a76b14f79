/** What a piece of the deck's HTML says, in words that can be spoken or listed. */

/** The first heading as plain text; '' when there is none. */
export function titleOf(html: string): string {
  const heading = parsed(html).querySelector('h1, h2, h3, h4, h5, h6')
  return heading ? plain(heading) : ''
}

export const textOf = (html: string): string => plain(parsed(html))

function parsed(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** A formula is drawn twice, for the eye and for the ear; here it stands once, as its author wrote it. */
function plain(root: ParentNode & Node): string {
  for (const formula of root.querySelectorAll('.katex')) {
    formula.replaceWith(formula.querySelector('annotation')?.textContent?.trim() ?? '')
  }
  return (root.textContent ?? '').replace(/\s+/g, ' ').trim()
}
