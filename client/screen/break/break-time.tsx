/** How long a break goes on, the time to be back, and what comes after it. */
import type { SegmentView } from '#wire/segment-view'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import { useSecondsLeft } from '../../ui/countdown.tsx'
import { spanText } from '../clock/span-text.ts'
import { WallClock } from '../clock/wall-clock.tsx'
import type { WallState } from '../wall-state.ts'

/** Nothing while the break has no countdown. */
export function BreakTime({ wall: { link } }: { wall: WallState }) {
  const timer = link.slices.timer.value
  if (timer?.kind !== 'break') return null
  return (
    <>
      <p class="break-left">
        <WallClock until={timer.endsAt} seconds={timer.seconds} now={link.now} over={words.value.screen.breakOver} />
      </p>
      <BackAt until={timer.endsAt} now={link.now} />
    </>
  )
}

function BackAt({ until, now }: { until: number; now: () => number }) {
  if (useSecondsLeft(until, now) === 0) return null
  return <p class="break-back tabular">{words.value.screen.backAt(timeOfDay(until))}</p>
}

/** Kind and plan, no more. */
export function Next({ segment: { next } }: { segment: SegmentView }) {
  const { presenter, screen } = words.value
  if (!next) return null
  const what = [presenter.segments[next.kind], next.seconds !== undefined && spanText(next.seconds)].filter(Boolean)
  return <p class="break-next board-quiet">{screen.next(what.join(', '))}</p>
}
