/** Text as large as its place allows. */

/**
 * Takes the first of these ways that fits, and looks again when the element changes its size; returns what ends that.
 * @param fits lays the element out in one way, and says whether all is in sight; the last way stays where none is
 */
export function keepFitting<Way>(element: HTMLElement, ways: readonly Way[], fits: (way: Way) => boolean): () => void {
  const look = () => void ways.find(fits)
  const sizes = new ResizeObserver(look)
  sizes.observe(element)
  look()
  return () => sizes.disconnect()
}

/** Whether an element shows all of what it holds. */
export const showsAll = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight <= clientHeight && scrollWidth <= clientWidth
