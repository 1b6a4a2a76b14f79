/** Whether an element's background is light or dark. */

/** Relative luminance (WCAG 2.2) at which black and white contrast alike. */
const MIDDLE = 0.18

export function ground(element: Element): 'light' | 'dark' {
  const [r = 0, g = 0, b = 0] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) > MIDDLE ? 'light' : 'dark'
}

function linear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
