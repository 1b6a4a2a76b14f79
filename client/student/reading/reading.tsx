/** The slide as text to be read: the same words, pictures and code, in the page's own type. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { SlideView } from '#wire/deck-view'
import { words } from '../../i18n/words.ts'
import { applyTheme } from '../../slides/theme.ts'
import { placeOf } from '../paging/seen-slides.ts'
import { onSwipe } from '../paging/swipe.ts'
import type { Session } from '../session.ts'
import { workshopPart } from '../workshop/fetch-workshop.ts'
import { Framed, Shown, Zooming } from './picture.tsx'
import { openProbe, probe } from './visible-parts.ts'
import './reading.css'
import './picture.css'
import { reflow } from './reflow.tsx'
import './code-colours.css'
import { reachableByTab } from './scroll-box.tsx'
import { Zoom } from './zoom.tsx'

interface Props {
  session: Session
  slide: SlideView
  /** What the panel asks of this slide. */
  asked: string | undefined
}

export function Reading({ session, slide, asked }: Props) {
  const deck = session.link.deck.value
  const step = session.place.value?.f ?? -1
  const looked = probe.value
  const seen = useMemo(
    () => deck && looked?.look(deck, slide, step),
    [deck?.version, deck?.theme, String(deck?.css), slide.html, step, looked],
  )
  const part = slide.workshop === undefined ? undefined : workshopPart.value
  const children = useMemo(() => {
    const Beside = part?.TaskBeside
    const beside = Beside && ((item: Element) => <Beside session={session} slide={slide} item={item} />)
    return seen && reflow(seen.content.cloneNode(true) as DocumentFragment, asked, beside)
  }, [seen, asked, part, slide.workshop])
  useEffect(() => {
    if (!deck) return
    // Formulas need KaTeX's sheet, and pictures with holes the theme's ground.
    void applyTheme(deck)
    void openProbe(deck)
  }, [deck])
  if (!seen) return <p class="slide-cover">{words.value.student.loading}</p>
  const text = (
    <div class="reading-text" dir={seen.dir} lang={slide.attributes.lang}>
      {children}
      {backgroundOf(slide).map(src => (
        <p key={src}>
          <Framed
            alt={words.value.student.background}
            caption={words.value.student.background}
            shown={<Shown src={src} alt={words.value.student.background} />}
          />
        </p>
      ))}
    </div>
  )
  const Around = part?.AroundText
  return (
    <Box session={session}>
      {Around ? (
        <Around session={session} slide={slide}>
          {text}
        </Around>
      ) : (
        text
      )}
    </Box>
  )
}

/** The words themselves, with what a finger or a key does to them. */
function Box({ session, children }: { session: Session; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null)
  const zoomed = useSignal<{ src: string; alt: string } | undefined>(undefined)
  useEffect(() => {
    if (!box.current) return
    const element = box.current
    const click = (event: MouseEvent) => follow(event, session)
    element.addEventListener('click', click)
    const stops = [reachableByTab(element), onSwipe(element, session.turn)]
    return () => {
      element.removeEventListener('click', click)
      for (const stop of stops) stop()
    }
  }, [session])
  return (
    <Zooming.Provider
      value={({ src, alt }) => {
        zoomed.value = { src, alt }
      }}
    >
      <div ref={box} class="reading">
        {children}
      </div>
      {zoomed.value && (
        <Zoom
          {...zoomed.value}
          done={() => {
            zoomed.value = undefined
          }}
        />
      )}
    </Zooming.Provider>
  )
}

/** A link to a slide already shown opens it here; one that leads ahead does nothing yet. */
function follow(event: MouseEvent, { link, go }: Session) {
  const { target } = event
  const href = target instanceof Element ? target.closest('a')?.getAttribute('href') : undefined
  const deck = link.deck.peek()
  if (!deck || !href?.startsWith('#')) return
  event.preventDefault()
  const to = placeOf(deck, href)
  if (to) go(to)
}

/** Pictures behind the slide, which reveal.js takes from a list with commas. */
const backgroundOf = ({ attributes }: SlideView): string[] =>
  (attributes['data-background-image'] ?? attributes['data-background'] ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => /^(\/|https?:).*\.(png|jpe?g|webp|avif|gif|svg)(\?|$)|\/assets\/remote\//i.test(part))
