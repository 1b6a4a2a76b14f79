/** Parts that few lessons need come when they are first drawn. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Ms before a part that could not be had is asked for again. */
const PAUSE = 2_000

/** @param Until what is drawn until the part is there; nothing when left out */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, Until?: ComponentType): ComponentType<P> {
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
    if (Part) return <Part {...props} />
    return Until ? <Until /> : null
  }
}
