import type { Slide } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'

export const options = { assets: '/482913/assets/', seed: '482913' }

/** The one slide of a deck. */
export function only(text: string): Slide {
  const [[slide] = [], ...rest] = parse(text, options).slides
  if (!slide || rest.length > 0) throw new Error('expected one slide')
  return slide
}
