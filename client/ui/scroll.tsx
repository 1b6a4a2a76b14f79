/** A part that scrolls by itself: it can then be reached by the Tab key so that arrows scroll it, and shows that there is more below. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import './scroll.css'

interface Props {
  class: string
  label: string
  style?: Record<string, string>
  children: ComponentChildren
}

export function Scroll({ class: name, label, style, children }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => (box.current ? reachable(box.current) : undefined), [])
  return (
    <section ref={box} class={`scroll ${name}`} aria-label={label} style={style}>
      {children}
    </section>
  )
}

function reachable(box: HTMLElement): () => void {
  const look = () => {
    if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0
    else box.removeAttribute('tabindex')
    box.dataset.more = String(box.scrollTop + box.clientHeight < box.scrollHeight - 1)
  }
  const sizes = new ResizeObserver(look)
  const contents = new MutationObserver(look)
  sizes.observe(box)
  contents.observe(box, { childList: true, subtree: true, characterData: true })
  box.addEventListener('scroll', look, { passive: true })
  look()
  return () => {
    box.removeEventListener('scroll', look)
    sizes.disconnect()
    contents.disconnect()
  }
}
