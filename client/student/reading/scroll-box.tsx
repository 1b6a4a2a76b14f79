/** What may be wider than the page, and then scrolls by itself: by finger, and by the keys once it is reached with Tab. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export function ScrollBox({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => (box.current ? reachableByTab(box.current) : undefined), [])
  return (
    <div ref={box} class="reading-scroll">
      {children}
    </div>
  )
}

/** Puts a box among what Tab reaches for as long as it scrolls; returns what ends that. */
export function reachableByTab(box: HTMLElement): () => void {
  const look = () => {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1
    if (scrolls && getComputedStyle(box).overflowY !== 'visible') box.tabIndex = 0
    else box.removeAttribute('tabindex')
  }
  const sizes = new ResizeObserver(look)
  for (const part of [box, ...box.children]) sizes.observe(part)
  return () => sizes.disconnect()
}
