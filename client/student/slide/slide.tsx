/** The slide: drawn by reveal.js at the deck's own proportions, or as text to be read. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { DeckView } from '#wire/deck-view'
import { words } from '../../i18n/words.ts'
import { followDeck } from '../../slides/follow-deck.ts'
import { slideSize } from '../../slides/slide-size.ts'
import { fetchReadingView, readingView } from '../reading/fetch-reading.ts'
import type { Session } from '../session.ts'
import { legible, overfull, runsOf } from './legible.ts'
import { isOnlyQuestion } from './only-question.ts'
import './slide.css'
import { textOf } from '#rules/html-text'
import { onSwipe } from '../paging/swipe.ts'

/** Px from which on a slide that runs out of its place is cut no worse than on the wall. */
const WIDE = 768

export function Slide({ session }: { session: Session }) {
  const { link, away, over, slide, view, walking } = session
  const { student } = words.value
  const cut = useSignal(false)
  const deck = link.deck.value
  const poll = session.poll.value
  const live = poll != null && slide.value?.poll === poll.id && !away.value && !over.value
  const question = live ? poll : link.slices.solved.value?.find(({ id }) => id === slide.value?.poll)
  const empty = deck !== undefined && slide.value === null
  const { h, v } = session.place.value ?? {}
  useEffect(() => {
    if (h !== undefined && v !== undefined) scrollTo({ top: 0 })
  }, [h, v])
  const wanted = view.now.value === 'reading' && readingView.value !== 'failed'
  useEffect(() => {
    if (wanted) void fetchReadingView()
  }, [wanted])
  const blank = link.slices.position.value?.blank === true && !away.value && !walking.value
  const Reading = typeof readingView.value === 'function' ? readingView.value : undefined
  const stage = (
    <section
      class="student-stage"
      aria-label={student.slide}
      // The panel beside asks the live question, or looks back at this one; the list on the slide would say it twice.
      data-asked-in-panel={question !== undefined}
      data-only-question={question !== undefined && slide.value !== null && isOnlyQuestion(slide.value)}
      data-blank={blank}
      data-view={wanted && slide.value ? 'reading' : 'slide'}
      style={{ '--proportion': proportion(deck) }}
    >
      {deck && !wanted && <Drawing session={session} cut={cut} />}
      {wanted && Reading && slide.value && (
        <Reading key={`${h}.${v}`} session={session} slide={slide.value} asked={question && textOf(question.prompt)} />
      )}
      {(!deck || (wanted && slide.value && !Reading)) && <p class="slide-cover">{student.loading}</p>}
      {empty && <p class="slide-cover">{student.nothingYet}</p>}
      {blank && (
        <div class="slide-cover scheme">
          <p>{student.blank}</p>
          <p class="small">{student.blankHelp}</p>
        </div>
      )}
    </section>
  )
  return (
    <>
      {stage}
      {cut.value && !wanted && <p class="slide-cut small quiet">{student.slideCut}</p>}
    </>
  )
}

interface DrawingProps {
  session: Session
  /** Set to whether the slide runs out of its place. */
  cut: Signal<boolean>
}

function Drawing({ session, cut }: DrawingProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const stopDrawing = draw(session, current, cut)
    const stopSwiping = onSwipe(current, session.turn)
    return () => {
      stopSwiping()
      stopDrawing()
    }
  }, [session, cut])
  return <div ref={element} class="slide-drawing" />
}

/** Draws the slide and looks whether it can be read; returns what ends that. */
function draw({ link, place, view, go }: Session, element: HTMLElement, cut: Signal<boolean>): () => void {
  let ended = false
  let drawn = false
  const measure = () => {
    if (ended) return
    cut.value = overfull(element)
    if (cut.value && element.clientWidth < WIDE) view.tooSmall()
  }
  const look = () => {
    if (!drawn || ended) return
    if (!legible(runsOf(element))) view.tooSmall()
    // Once the page has left out of the slide what the panel asks, and pictures have their size.
    requestAnimationFrame(measure)
  }
  // A frame later, when the slides have been fitted to the element.
  const sizes = new ResizeObserver(() => requestAnimationFrame(look))
  sizes.observe(element)
  element.addEventListener('load', look, true)
  const load = async () => {
    const { createStage } = await import('../../slides/deck.ts')
    // Here by the time that a slide is drawn, and may turn out to be too small.
    void fetchReadingView()
    return createStage
  }
  const stop = followDeck(element, load, {
    deck: link.deck,
    position: place,
    options: { slideNumber: false },
    hooks: { follow: go },
    onDrawn() {
      drawn = true
      // Who reads the slide should not read it twice.
      element.querySelector('.aria-status')?.remove()
      look()
    },
  })
  return () => {
    ended = true
    sizes.disconnect()
    stop()
  }
}

function proportion(deck: DeckView | undefined): number {
  const { width, height } = slideSize(deck)
  return width / height
}
