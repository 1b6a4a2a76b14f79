/** Makes our own colours on the wall light or dark, as the deck's theme is. */

/** Relative luminance (WCAG 2.2) at which black and white contrast alike. */
const MIDDLE = 0.18

export function matchScheme(element: HTMLElement) {
  const viewport = element.querySelector('.reveal-viewport')
  if (!viewport) return
  const [r = 0, g = 0, b = 0] = (getComputedStyle(viewport).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  document.documentElement.dataset.scheme = luminance > MIDDLE ? 'light' : 'dark'
}

function linear(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
