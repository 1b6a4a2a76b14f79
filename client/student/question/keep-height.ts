/** Keeps an element as high as it has been at this width, so that nothing moves under a thumb when its text gets shorter; returns what ends that. */
export function keepHeight(element: HTMLElement): () => void {
  let width = element.offsetWidth
  const sizes = new ResizeObserver(() => {
    const same = element.offsetWidth === width
    width = element.offsetWidth
    if (!same) element.style.minHeight = ''
    element.style.minHeight = `${element.offsetHeight}px`
  })
  sizes.observe(element)
  return () => {
    sizes.disconnect()
    element.style.minHeight = ''
  }
}
