/** Lists that grow while they are pressed on. */
import { useRef } from 'preact/hooks'

/**
 * The entries in the order that they first had; later ones go to the end: a row that moved away under the pointer would have
 * another one pressed.
 * @param compare the order of those that come together
 */
export function useSteadyOrder<T>(entries: T[], keyOf: (entry: T) => string, compare: (a: T, b: T) => number): T[] {
  const order = useRef<Map<string, number> | undefined>(undefined)
  const places = order.current ?? new Map<string, number>()
  for (const entry of entries.toSorted(compare)) {
    if (!places.has(keyOf(entry))) places.set(keyOf(entry), places.size)
  }
  order.current = places
  return entries.toSorted((a, b) => (places.get(keyOf(a)) ?? 0) - (places.get(keyOf(b)) ?? 0))
}
