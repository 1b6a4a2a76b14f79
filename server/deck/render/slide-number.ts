/** What people call a slide: the number that reveal.js writes on the wall, else its place in the deck. Pure. */
import type { Slide } from '../deck.ts'
import { create, elements, get, parseHtml } from './element.ts'

export type Unnumbered = Omit<Slide, 'number'>

/** The ways of reveal.js; and `place`, which counts all slides, where the wall shows no number. */
type Format = 'place' | 'c' | 'c/t' | 'h.v' | 'h/v'

const VISIBILITY = 'data-visibility'

/**
 * Gives each slide its number, as reveal.js 6 would (js/controllers/slidenumber.js), and says how many count where the
 * wall does (`c/t`).
 * @param columns without hidden slides
 * @param options reveal.js configuration, of which `slideNumber` and `showSlideNumber` matter
 */
export function withNumbers(
  columns: Unnumbered[][],
  options: Record<string, unknown>,
): { slides: Slide[][]; total?: number } {
  const format = formatOf(options, columns.length)
  let place = 0
  let counted = 0
  const slides = columns.map((column, h) =>
    column.map((slide, v) => {
      const inner = innerSections(slide)
      const stacked = column.length > 1 || slide.stacked || inner.length > 0
      const drawn = column.length === 1 && inner.length > 0 ? inner : [slide.attributes[VISIBILITY], ...inner]
      // A slide that does not count has the number of the one before it.
      const own = isCounted(drawn[0]) ? 1 : 0
      const number = {
        place: `${place + 1}`,
        c: `${counted + own}`,
        'c/t': `${counted + own}`,
        'h.v': stacked ? `${h + own}.${v + 1}` : `${h + own}`,
        'h/v': stacked ? `${h + own}/${v + 1}` : `${h + own}`,
      }[format]
      place += 1
      counted += drawn.filter(isCounted).length
      return { ...slide, number }
    }),
  )
  return { slides, ...(format === 'c/t' && { total: counted }) }
}

/** Reveal.js counts a deck through that goes down only, unless it says how to count. */
function formatOf({ slideNumber, showSlideNumber = 'all' }: Record<string, unknown>, columns: number): Format {
  if (!slideNumber || showSlideNumber !== 'all') return 'place'
  const wanted = typeof slideNumber === 'string' ? slideNumber : ''
  if (wanted === 'c' || wanted === 'c/t') return wanted
  if (columns === 1 && !wanted.includes('c')) return 'c'
  return wanted === 'h/v' ? wanted : 'h.v'
}

const isCounted = (visibility: string | undefined) => visibility !== 'uncounted'

/** What the `<section>`s in a slide say of their visibility; reveal.js takes them for slides of a stack. */
function innerSections({ frame, html }: Unnumbered): (string | undefined)[] {
  const drawn = html.at(-1) ?? ''
  if (frame !== undefined || !drawn.includes('<section')) return []
  return elements(create('div', {}, parseHtml(drawn)))
    .filter(({ tagName }) => tagName === 'section')
    .map(section => get(section, VISIBILITY))
}
