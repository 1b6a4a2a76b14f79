/** Parts that few lessons need come when they are first drawn, or before. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Ms before a part that could not be had is asked for again. */
const PAUSE = 2_000

export type Lazy<P> = ComponentType<P> & {
  /** Gets it before it is drawn; rejects when it cannot be had. */
  fetch(): Promise<void>
}

/** @param Until what is drawn until the part is there; nothing when left out */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>, Until?: ComponentType): Lazy<P> {
  let part: ComponentType<P> | undefined
  const fetch = async () => {
    part ??= await load()
  }
  return Object.assign(Late, { fetch })

  function Late(props: P) {
    const [, setHere] = useState(part !== undefined)
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout>
      const get = () =>
        fetch().then(
          () => setHere(true),
          () => {
            timer = setTimeout(get, PAUSE)
          },
        )
      void get()
      return () => clearTimeout(timer)
    }, [])
    const Part = part
    if (Part) return <Part {...props} />
    return Until ? <Until /> : null
  }
}
