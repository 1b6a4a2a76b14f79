/** The breakpoints of breakpoints.css, for scripts that do otherwise on one side of them. */
import sheet from './breakpoints.css?raw'

const QUERIES = new Map(
  [...sheet.matchAll(/@custom-media --(\w+) (.+);/g)].map(([, name = '', query = '']) => [name, query]),
)

/** Whether the window is at one of these breakpoints; follows the window's size. */
export const breakpoint = (...names: string[]): MediaQueryList =>
  matchMedia(names.map(name => QUERIES.get(name) ?? 'not all').join(', '))
