/** A picture of the slide as wide as the page, with its words below; a tap opens it in full. */
import { createContext } from 'preact'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { replaceImage } from '../../slides/missing-picture.ts'

/** Opens a picture in full. */
export const Zooming = createContext<(picture: HTMLImageElement) => void>(() => {})

/** Px on both sides up to which a picture is a sign in the text. */
const SIGN = 64

export function Picture({ image }: { image: HTMLImageElement }) {
  const inLink = image.closest('a') !== null
  const captioned = image.closest('figure')?.querySelector('figcaption') != null
  const alt = image.alt.trim()
  const shown = <Shown src={image.getAttribute('src') ?? ''} alt={alt} name={image.className} />
  if (inLink) return shown
  return <Framed alt={alt} caption={captioned ? '' : alt} shown={shown} />
}

interface FramedProps {
  alt: string
  caption: string
  shown: preact.VNode
}

export function Framed({ alt, caption, shown }: FramedProps) {
  const frame = useRef<HTMLSpanElement>(null)
  const zoom = useContext(Zooming)
  return (
    <span ref={frame} class="reading-picture">
      <button
        type="button"
        class="picture-zoom"
        aria-label={words.value.student.enlarge(alt)}
        onClick={() => {
          const picture = frame.current?.querySelector('img')
          if (picture) zoom(picture)
        }}
      >
        {shown}
      </button>
      {caption && (
        <span class="picture-caption small quiet" aria-hidden="true">
          {caption}
        </span>
      )}
    </span>
  )
}

/** Pictures that have been loaded, by address: without a network they could not be fetched again. */
const loaded = new Map<string, HTMLImageElement>()

/** Drawn by hand: a picture that cannot be fetched is replaced by another element, and one that was there before is put back. */
export function Shown({ src, alt, name = '' }: { src: string; alt: string; name?: string }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const before = loaded.get(src)
    const picture = before && !before.isConnected ? before : new Image()
    picture.className = name
    picture.alt = alt
    picture.onerror = () => replaceImage(picture)
    picture.onload = () => {
      loaded.set(src, picture)
      const small = picture.naturalWidth <= SIGN && picture.naturalHeight <= SIGN
      picture.closest('.reading-picture')?.toggleAttribute('data-sign', small)
    }
    place.current?.replaceChildren(picture)
    if (picture === before) picture.dispatchEvent(new Event('load'))
    else picture.src = src
  }, [src, alt, name])
  return <span ref={place} class="picture-place" />
}
