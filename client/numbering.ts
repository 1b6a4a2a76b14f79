/** Numbers of slides on the slides themselves, as every other page of the lesson has them. */

const SLIDES = '.slides > section:not(.stack), .slides > section.stack > section'

/**
 * For a deck that wants numbers without saying which (`true`), or flat ones (`c`, `c/t`): reveal.js leaves uncounted slides
 * out and writes 4.3 where people say 12. What a deck says of stacks (`h.v`, `h/v`) is its own choice.
 */
export function numbering({ slideNumber: wanted }: Record<string, unknown>) {
  if (wanted !== true && wanted !== 'c' && wanted !== 'c/t') return {}
  return {
    // There is none yet while reveal.js starts.
    slideNumber: (slide?: HTMLElement): [string] | [string, string, number] => {
      const all = [...(slide?.closest('.reveal')?.querySelectorAll<HTMLElement>(SLIDES) ?? [])]
      const number = slide ? String(all.indexOf(slide) + 1) : ''
      return wanted === 'c/t' ? [number, '/', all.length] : [number]
    },
  }
}
