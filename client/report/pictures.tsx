/** The files of a past lesson are not served: where a picture of its deck was, its alternative text stands. */
import gone from 'lucide-static/icons/image-off.svg?raw'
import { render } from 'preact'
import { words } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'

/** From now on, for every picture of the page that cannot be had. */
export function describePictures(): void {
  const describe = ({ target: picture }: Event) => {
    if (!(picture instanceof HTMLImageElement)) return
    const place = document.createElement('span')
    place.className = 'report-picture'
    render(<Described alt={picture.alt} />, place)
    picture.replaceWith(place)
  }
  // Such an error does not bubble.
  addEventListener('error', describe, { capture: true })
}

function Described({ alt }: { alt: string }) {
  const { picture, pictureOf } = words.value.report
  return (
    <>
      <Icon svg={gone} /> {alt ? pictureOf(alt) : picture}
    </>
  )
}
