/** A list that is put in order. Pure. */

/** The list with the item at one place moved to another; ends where the list ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined) return [...list]
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, item)
}

/**
 * The place that an item drawn along the list has come to.
 * @param middles of all items as they stood before, in px
 * @param by px that the item is away from where it stood
 */
export function landing(middles: readonly number[], from: number, by: number): number {
  const middle = (middles[from] ?? 0) + by
  return middles.filter((other, place) => place !== from && other < middle).length
}

/** Px that the item at a place gives way while another is drawn from one place to another. */
export function giveWay(place: number, from: number, to: number, size: number): number {
  if (from < place && place <= to) return -size
  return to <= place && place < from ? size : 0
}
