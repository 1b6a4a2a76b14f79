/** Parts that few lessons need come when they are first drawn. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Draws nothing until the part is there. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | undefined
  return function Late(props: P) {
    const [, setHere] = useState(part !== undefined)
    useEffect(() => {
      if (part) return
      load().then(
        loaded => {
          part = loaded
          setHere(true)
        },
        () => {},
      )
    }, [])
    const Part = part
    return Part ? <Part {...props} /> : null
  }
}
