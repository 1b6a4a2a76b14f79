/** Says what begins as the class comes to another segment, for a few seconds, and never over a question that is open or counted. */
import { effect, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { SegmentView } from '#wire/segment-view'
import type { Link } from '../../connection/link.ts'
import { words } from '../../i18n/words.ts'
import { spanText } from '../clock/span-text.ts'
import type { WallState } from '../wall-state.ts'
import './title-card.css'

/** Ms for which it stays, with its coming and going. */
const SHOWN = 3_500

export function TitleCard({ wall: { link } }: { wall: WallState }) {
  const { presenter, screen } = words.value
  const segment = useArrival(link)
  if (!segment) return null
  const { kind, title, seconds, id } = segment
  const quiz = link.slices.quiz.value
  const asked = quiz?.segment === id && quiz.questions.length > 0 && screen.questions(quiz.questions.length)
  const plan = [asked, seconds !== undefined && spanText(seconds)].filter(Boolean)
  return (
    <div class="title-card" role="status">
      <p class="title-card-kind">{presenter.segments[kind]}</p>
      {title && title !== presenter.segments[kind] && (
        <p class="title-card-title" dir="auto">
          {title}
        </p>
      )}
      {plan.length > 0 && <p class="title-card-plan">{plan.join(', ')}</p>}
    </div>
  )
}

/** The segment that the class has just come to, by its first slide, while this page was looking. */
function useArrival({ slices, deck }: Link): SegmentView | undefined {
  const shown = useSignal<SegmentView | undefined>(undefined)
  useEffect(() => {
    let before: string | null | undefined
    let timer: ReturnType<typeof setTimeout>
    const hide = () => {
      clearTimeout(timer)
      shown.value = undefined
    }
    const stop = effect(() => {
      const segment = slices.segment.value
      const { h = 0, v = 0, blank = false } = slices.position.value ?? {}
      const { phase = 'ready', results, solution } = slices.poll.value ?? {}
      if (segment === undefined) return
      const came = before !== undefined && before !== (segment?.id ?? null)
      before = segment?.id ?? null
      const first = deck.peek()?.slides[h]?.[v]?.id === segment?.id
      const quiet = !blank && phase === 'ready' && !results && !solution
      if (!segment || !first || !quiet) return hide()
      if (!came) return
      hide()
      shown.value = segment
      timer = setTimeout(hide, SHOWN)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [slices, deck, shown])
  return shown.value
}
