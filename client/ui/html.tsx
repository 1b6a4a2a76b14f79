/** HTML of the deck, which its author wrote and the server rendered. Nothing a student wrote ever comes this way. */
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  html: string
  class?: string
  id?: string
}

export function Html({ html, class: name = '', id }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (place.current) place.current.innerHTML = html
  }, [html])
  return <div ref={place} id={id} dir="auto" class={`prose ${name}`} />
}
