/** One picture over the whole page: fitted at first, larger after a tap; Escape and the phone's back key close it. */
import { useSignal } from '@preact/signals'
import cross from 'lucide-static/icons/x.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { PICTURE_WIDTHS } from '#rules/pixel-sizes'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'

interface Props {
  src: string
  alt: string
  done: () => void
}

/** The width that the server is asked for when a picture fills the page, in px. */
const LARGE = PICTURE_WIDTHS.at(-1)

export function Zoom({ src, alt, done }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const best = useSignal(src)
  const large = useSignal(false)
  useEffect(() => {
    dialog.current?.showModal()
    const better = new Image()
    better.onload = () => {
      best.value = better.src
    }
    better.src = src.replace(/\?w=\d+$/, `?w=${LARGE}`)
    // A page of its own in the history, so that the phone's back key leads to the slide and not out of the class.
    history.pushState({ zoom: true }, '')
    const back = () => dialog.current?.close()
    addEventListener('popstate', back)
    return () => {
      removeEventListener('popstate', back)
      if (history.state?.zoom) history.back()
    }
  }, [src, best])
  const { common, student } = words.value
  return (
    <dialog ref={dialog} class="zoom" aria-label={alt || student.picture} onClose={done}>
      <button
        type="button"
        class="zoom-picture"
        aria-label={student.larger}
        aria-pressed={large.value}
        onClick={event => {
          const at = placeIn(event)
          large.value = !large.value
          requestAnimationFrame(() => centre(dialog.current, at))
        }}
      >
        <img src={best.value} alt={alt} />
      </button>
      <button type="button" class="button zoom-close" aria-label={common.close} onClick={() => dialog.current?.close()}>
        <Icon svg={cross} />
      </button>
    </dialog>
  )
}

interface Point {
  x: number
  y: number
}

/** Where in a fitted picture a finger came down, as parts of its width and height; a key means its middle. */
function placeIn({ currentTarget, clientX, clientY, detail }: MouseEvent): Point {
  const picture = currentTarget instanceof Element ? currentTarget.querySelector('img') : null
  if (!picture || detail === 0) return { x: 0.5, y: 0.5 }
  const { left, top, width, height } = picture.getBoundingClientRect()
  const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight)
  return {
    x: 0.5 + (clientX - left - width / 2) / (picture.naturalWidth * scale),
    y: 0.5 + (clientY - top - height / 2) / (picture.naturalHeight * scale),
  }
}

function centre(box: HTMLElement | null, { x, y }: Point) {
  if (!box) return
  box.scrollTo(x * box.scrollWidth - box.clientWidth / 2, y * box.scrollHeight - box.clientHeight / 2)
}
