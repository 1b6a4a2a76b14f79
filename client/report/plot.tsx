/** A drawing by Observable Plot, as wide as its place. */
import { type PlotOptions, plot } from '@observablehq/plot'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { locale } from '../i18n/words.ts'

interface Props {
  /** What it shows, in words; its numbers are told beside it. */
  label: string
  /** @param width in px */
  draw: (width: number) => PlotOptions
}

export function Plot({ label, draw }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const spoken = locale.value
  useLayoutEffect(() => {
    const element = place.current
    if (!element || !spoken) return
    let drawn = 0
    const look = () => {
      const width = Math.floor(element.clientWidth)
      if (width === drawn || width === 0) return
      drawn = width
      const drawing = plot({ width, style: STYLE, ...draw(width) })
      // The library names each of its marks; the whole has a name already.
      drawing.setAttribute('aria-hidden', 'true')
      element.replaceChildren(drawing)
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    look()
    return () => sizes.disconnect()
  }, [draw, spoken])
  return <div ref={place} class="report-plot" role="img" aria-label={label} />
}

const STYLE = { fontFamily: 'inherit', fontSize: 'inherit', overflow: 'visible' }
