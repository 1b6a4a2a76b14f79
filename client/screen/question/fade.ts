/** How far text may fade into its ground and still be read from the back row. */
import { type Colour, colourOf, contrast } from '../../style/contrast.ts'

/** WCAG 1.4.3: of any text, and of large text, which all of a wall's is. */
const WANTED = [4.5, 3]
/** Opacities tried, faintest first. */
const STEPS = [0.62, 0.68, 0.74, 0.8, 0.86, 0.92]
/** Least opacity on a ground that is lighter in places. */
const UNEVEN = 0.8

/** The faintest opacity at which an ink can be read; 1 where it hardly can as it is. */
export function faintest(ink: Colour, ground: Colour): number {
  const reads = (least: number) => STEPS.find(opacity => contrast(mixed(ink, ground, opacity), ground) >= least)
  return WANTED.map(reads).find(step => step !== undefined) ?? 1
}

/** That of an element's text on the deck's ground; 1 on a slide with a ground of its own, which may be a picture. */
export function fading(element: HTMLElement): number {
  const viewport = element.closest('.reveal-viewport')
  const attributes = element.closest('section')?.getAttributeNames() ?? []
  if (!viewport || attributes.some(name => name.startsWith('data-background'))) return 1
  const { backgroundColor, backgroundImage } = getComputedStyle(viewport)
  const opacity = faintest(colourOf(getComputedStyle(element).color), colourOf(backgroundColor))
  return backgroundImage === 'none' ? opacity : Math.max(opacity, UNEVEN)
}

const mixed = (ink: Colour, ground: Colour, opacity: number): Colour => {
  const mix = (index: 0 | 1 | 2) => ink[index] * opacity + ground[index] * (1 - opacity)
  return [mix(0), mix(1), mix(2)]
}
