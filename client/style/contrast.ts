/** Light and dark, as WCAG 2.2 computes them. */

/** Relative luminance at which black and white contrast alike. */
const MIDDLE = 0.18

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number]

/** Whether an element's background is light or dark. */
export const ground = (element: Element): 'light' | 'dark' =>
  luminance(colourOf(getComputedStyle(element).backgroundColor)) > MIDDLE ? 'light' : 'dark'

/** @param computed as browsers write computed colours: 'rgb(27, 30, 34)' */
export function colourOf(computed: string): Colour {
  const [r = 0, g = 0, b = 0] = (computed.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

/** 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05]
  return Math.max(a, b) / Math.min(a, b)
}

const luminance = ([r, g, b]: Colour): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)

function linear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
