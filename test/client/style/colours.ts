/** The colours of a sheet in one scheme, and how far apart two of them are for an eye. */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Colour = [red: number, green: number, blue: number, alpha: number]

export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

/** `--name: …;` in a sheet. */
const PROPERTY = /--([\w-]+):\s*([^;]+);/g
const PAIR = /^light-dark\((#\w+|rgb\([^)]*\)),\s*(#\w+|rgb\([^)]*\))\)$/

/** The custom properties of a sheet that are colours, by name. */
export function coloursOf(css: string, scheme: Scheme): Map<string, Colour> {
  const found = [...css.matchAll(PROPERTY)].flatMap(([, name = '', value = '']) => {
    const colour = parse(value, scheme)
    return colour ? [[name, colour] as const] : []
  })
  return new Map(found)
}

/** @param text `#rrggbb`, `rgb(r g b / alpha)`, or two of these in `light-dark()`; undefined when it is anything else */
function parse(text: string, scheme: Scheme): Colour | undefined {
  const pair = PAIR.exec(text.trim())
  const one = pair ? (pair[scheme === 'light' ? 1 : 2] ?? '') : text.trim()
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(one)
  if (hex) return [byte(hex[1]), byte(hex[2]), byte(hex[3]), 1]
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(one)
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4])] : undefined
}

/** What is seen when a colour that lets light through lies over one that lets none. */
export function over([red, green, blue, alpha]: Colour, ground: Colour): Colour {
  const mix = (above: number, below: number) => alpha * above + (1 - alpha) * below
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1]
}

/** From 1 to 21, as WCAG 2.2 defines the contrast ratio (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

/** From 0 to 1, as https://www.w3.org/TR/WCAG22/#dfn-relative-luminance has it. */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const byte = (hex = '') => Number.parseInt(hex, 16)
