/** A countdown that the presenter has started, small beside the slide; its end is said in words. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { TimerView } from '#wire/segment-view'
import { lateWords } from '../../i18n/late-words.ts'
import { Countdown, useSecondsLeft } from '../../ui/countdown.tsx'
import './timer.css'

/** Ms that its end is told, unless the presenter takes it away before. */
const STAYS = 60_000

interface Props {
  timer: TimerView
  /** The server's clock. */
  now: () => number
}

export function Timer({ timer: { endsAt }, now }: Props) {
  const over = useSecondsLeft(endsAt, now) === 0
  const past = useSignal(false)
  useEffect(() => {
    past.value = false
    const timer = setTimeout(
      () => {
        past.value = true
      },
      Math.max(0, endsAt + STAYS - now()),
    )
    return () => clearTimeout(timer)
  }, [endsAt])
  if (past.value) return null
  return (
    <p class="timer tabular">
      {!over && <Countdown until={endsAt} now={now} />}
      {/* Not around the countdown, which would be read every second. */}
      <span role="status">{over && lateWords.value.segment.timeIsUp}</span>
    </p>
  )
}
