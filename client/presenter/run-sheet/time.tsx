/** The time: of the segment and how well its plan is kept, of the class as a whole, and of the day. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import { pace, planned, span } from './plan.ts'
import './time.css'

export function Time({ board }: { board: ControlBoard }) {
  const now = useNow(board.link.now)
  return (
    <section class="time tabular" aria-label={words.value.presenter.clock}>
      <SegmentTime board={board} />
      <div class="time-whole">
        <Elapsed board={board} />
        <p class="time-clock">{timeOfDay(now)}</p>
      </div>
    </section>
  )
}

/** The current segment by name, its own time, and the pace in a word. */
export function SegmentTime({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const now = useNow(board.link.now)
  const segment = board.link.slices.segment.value
  if (!segment) return null
  // On its first slide a class waits for its people, and no time passes.
  const begun = board.link.slices.lesson.value?.startedAt !== undefined
  const { kind, seconds, enteredAt } = segment
  const spent = (now - enteredAt) / 1_000
  const own = span(spent, Math.max(spent, seconds ?? 0) >= HOUR)
  const at = board.standing.value
  const of = at && board.parts.value[at.part]?.slides.length
  // The class's slide says how far it is in a talk alone: elsewhere students walk by themselves, or stay on one slide.
  const bySlide = kind === 'talk' && segment.pace === 'class'
  return (
    <p class="time-segment">
      <b>{presenter.segments[kind]}</b> {begun && <span>{seconds ? presenter.spanOf(own, span(seconds)) : own}</span>}{' '}
      {begun && seconds && of ? (
        <Pace minutes={bySlide ? pace(spent, seconds, at.slide, of) : pace(spent, seconds, 0, 1)} />
      ) : null}
    </p>
  )
}

function Pace({ minutes }: { minutes: number }) {
  const { presenter } = words.value
  if (minutes > 0) return <PaceWord pace="over">{presenter.minutesOver(minutes)}</PaceWord>
  if (minutes < 0) return <PaceWord pace="in-hand">{presenter.minutesInHand(-minutes)}</PaceWord>
  return <PaceWord pace="on-time">{presenter.onTime}</PaceWord>
}

const PaceWord = ({ pace: name, children }: { pace: string; children: string }) => (
  <span class="time-pace" data-pace={name}>
    {children}
  </span>
)

/** Since the class began, of what its segments are given in all. */
export function Elapsed({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const now = useNow(board.link.now)
  const startedAt = board.link.slices.lesson.value?.startedAt
  if (startedAt === undefined) return <p class="quiet">{presenter.notBegun}</p>
  const spent = (now - startedAt) / 1_000
  const total = planned(board.parts.value)
  const text = span(spent, Math.max(spent, total ?? 0) >= HOUR)
  return (
    <p class="time-elapsed">
      <span class="time-label quiet">{presenter.elapsed}</span> {total ? presenter.spanOf(text, span(total)) : text}
    </p>
  )
}

const HOUR = 3_600

/** The server's clock, ms since the epoch, once a second. */
export function useNow(now: () => number): number {
  const time = useSignal(now())
  useEffect(() => {
    const timer = setInterval(() => {
      time.value = now()
    }, 1_000)
    return () => clearInterval(timer)
  }, [now, time])
  return time.value
}
