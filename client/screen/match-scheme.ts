/** Makes our own colours on the wall light or dark, as the deck's theme is. */
import { ground } from '../style/contrast.ts'

export function matchScheme(element: HTMLElement) {
  const viewport = element.closest('.reveal-viewport')
  if (viewport) document.documentElement.dataset.scheme = ground(viewport)
}
