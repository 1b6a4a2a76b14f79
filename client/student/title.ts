/** The first heading of a slide's HTML as plain text; '' when it has none. */
export function titleOf(html: string): string {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.querySelector('h1, h2, h3, h4, h5, h6')?.textContent?.trim() ?? ''
}
