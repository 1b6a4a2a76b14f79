/** A slide that says no more than a board can say in its place. */

export interface Brief {
  /** Plain text of its heading; '' without one. */
  title: string
  /** Plain text of what stands below it. */
  lead: string
}

/** Most characters below the heading. */
const LONGEST = 160
/** What may be there beside text. */
const TEXT = 'h1, h2, h3, h4, h5, h6, p, p *, h1 *, h2 *, h3 *, h4 *, h5 *, h6 *'
/** What is more than text wherever it stands. */
const MORE = 'img, svg, video, audio, canvas, iframe, pre, table, [data-poll], .katex'

/**
 * A heading, and perhaps a sentence or two; undefined for a slide that has to be seen itself.
 * @param html of the slide
 * @param attributes of its `<section>`: a ground of its own is something to be seen
 */
export function briefSlide(html: string, attributes: Record<string, string>): Brief | undefined {
  if (hasOwnGround(attributes)) return undefined
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  if (body.querySelector(MORE)) return undefined
  if ([...body.querySelectorAll('*')].some(element => !element.matches(TEXT))) return undefined
  const [heading, ...rest] = body.querySelectorAll('h1, h2, h3, h4, h5, h6')
  const lead = [...body.children].filter(child => child !== heading).map(child => textOf(child))
  const said = lead.filter(Boolean).join(' ')
  return rest.length > 1 || said.length > LONGEST ? undefined : { title: heading ? textOf(heading) : '', lead: said }
}

export const hasOwnGround = (attributes: Record<string, string>): boolean =>
  Object.keys(attributes).some(name => name.startsWith('data-background'))

const textOf = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim()
