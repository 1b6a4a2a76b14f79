/** The way back through the slides already shown, and to the live one. */
import left from 'lucide-static/icons/chevron-left.svg?raw'
import right from 'lucide-static/icons/chevron-right.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { ViewButtons } from '../slide/view-buttons.tsx'
import { beside } from './seen-slides.ts'

export function Paging({ session }: { session: Session }) {
  const bar = useRef<HTMLElement>(null)
  const deck = session.link.deck.value
  const place = session.place.value
  const slide = session.slide.value
  const there = deck && place && slide
  useEffect(() => {
    const { current } = bar
    if (!current) return
    // On a phone on its side the bar lies on the header, which leaves it as much room.
    const sizes = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--paging', `${current.offsetWidth}px`)
    })
    sizes.observe(current)
    return () => sizes.disconnect()
  }, [Boolean(there)])
  if (!there) return null
  const { student } = words.value
  const previous = beside(deck, place, -1)
  const next = beside(deck, place, 1)
  const walking = session.walking.value
  const [toClass, short] = walking ? [student.toClass, student.classShort] : [student.backToLive, student.live]
  return (
    <nav ref={bar} class="student-paging" aria-label={student.paging}>
      <button
        type="button"
        class="button plain"
        aria-label={student.previous}
        disabled={!previous}
        onClick={() => session.go(previous)}
      >
        <Icon svg={left} />
      </button>
      <span class="paging-place tabular quiet small" aria-hidden="true">
        {deck.total === undefined ? slide.number : `${slide.number}/${deck.total}`}
      </span>
      <button
        type="button"
        class="button plain"
        aria-label={student.next}
        disabled={!next}
        onClick={() => session.go(next)}
      >
        <Icon svg={right} />
      </button>
      {session.away.value && !session.over.value && (
        <button
          type="button"
          // Who goes at their own pace has nothing to catch up with.
          class={`button ${walking ? '' : 'primary'} paging-live`}
          aria-label={toClass}
          onClick={() => {
            session.go(undefined)
            // This button goes; the focus should not go with it.
            bar.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
          }}
        >
          <span class="paging-short">{short}</span>
          <span class="paging-long">{toClass}</span>
        </button>
      )}
      {asking(session) && (
        <button
          type="button"
          class="button primary paging-live paging-question"
          onClick={() => document.querySelector('.question')?.scrollIntoView()}
        >
          {student.question}
        </button>
      )}
      <ViewButtons session={session} />
    </nav>
  )
}

/** A question waits below a text that may be long. */
function asking({ poll, away, over, view }: Session): boolean {
  const open = poll.value?.phase === 'open' && !over.value
  return open && !away.value && view.now.value === 'reading'
}
