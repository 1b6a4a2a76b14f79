/** Keeps what reveal.js tells screen readers of a slide in step with the vote on it. */

/** Says the question as it stands, in the place where reveal.js said the slide when it came. */
export function announceVote(box: HTMLElement) {
  const status = box.closest('.reveal')?.querySelector('.aria-status')
  if (status && box.closest('section.present')) status.textContent = textOf(box)
}

/** What is there for the ear, in the order of the page. */
function textOf(box: HTMLElement): string {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    node instanceof Element && node.getAttribute('aria-hidden') === 'true'
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const texts: string[] = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode.data.trim())
  }
  return texts.filter(Boolean).join(' ')
}
