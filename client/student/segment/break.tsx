/** The break: how long it lasts, when to be back, and what comes next. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { SegmentView, TimerView } from '#wire/segment-view'
import { lateWords } from '../../i18n/late-words.ts'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { Countdown, useSecondsLeft } from '../../ui/countdown.tsx'
import type { Session } from '../session.ts'
import './break.css'

/** Seconds before the end at which a phone vibrates. */
const LAST = 60
/** Ms of vibration, pause and vibration. */
const PATTERN = [200, 150, 200]

export function Break({ session, segment }: { session: Session; segment: SegmentView }) {
  const { segment: said } = lateWords.value
  const timer = session.link.slices.timer.value
  const { next } = segment
  return (
    <section class="break" aria-label={said.kinds.break}>
      {timer?.kind === 'break' ? <Time timer={timer} now={session.link.now} /> : <p class="break-back">{said.pause}</p>}
      {next && <p>{said.next(said.kinds[next.kind], next.seconds === undefined ? '' : said.length(next.seconds))}</p>}
    </section>
  )
}

function Time({ timer: { endsAt }, now }: { timer: TimerView; now: () => number }) {
  const { segment: said } = lateWords.value
  const left = useSecondsLeft(endsAt, now)
  const vibrates = useSignal(true)
  const long = left > LAST
  const before = useRef(long)
  useEffect(() => {
    if (before.current && !long && left > 0 && vibrates.value && canVibrate()) navigator.vibrate(PATTERN)
    before.current = long
  }, [long])
  return (
    <>
      {left > 0 && (
        <p class="break-time tabular">
          <Countdown until={endsAt} now={now} />
        </p>
      )}
      <p class="break-back tabular" role="status">
        {left > 0 ? said.back(timeOfDay(endsAt)) : said.breakOver}
      </p>
      {long && canVibrate() && (
        <label class="break-vibrate">
          <input
            type="checkbox"
            checked={vibrates.value}
            onChange={event => {
              vibrates.value = event.currentTarget.checked
            }}
          />
          {said.vibrate}
        </label>
      )}
    </>
  )
}

/** Without a prompt, and silently not where nobody has touched the page yet. */
const canVibrate = () => 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches
