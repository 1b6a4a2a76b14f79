/** Parts that few lessons need come when they are first drawn. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Ms before a part that could not be had is asked for again. */
const PAUSE = 2_000

/** Draws nothing until the part is there. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | undefined
  return function Late(props: P) {
    const [, setHere] = useState(part !== undefined)
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout>
      const get = async () => {
        try {
          part ??= await load()
          setHere(true)
        } catch {
          timer = setTimeout(get, PAUSE)
        }
      }
      void get()
      return () => clearTimeout(timer)
    }, [])
    const Part = part
    return Part ? <Part {...props} /> : null
  }
}
