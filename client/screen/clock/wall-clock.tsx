/** Time left on the wall, whose digits keep their places. */
import { words } from '../../i18n/words.ts'
import { clock, useSecondsLeft } from '../../ui/countdown.tsx'
import './wall-clock.css'

/** From here on, in seconds, the clock asks for attention. */
const LAST = 60

interface Props {
  /** Ms since the epoch. */
  until: number
  /** How long it is in all, in seconds: it has as many digits as that. */
  seconds: number
  /** The server's clock. */
  now: () => number
  /** What is said once it is over. */
  over: string
}

export function WallClock({ until, seconds, now, over }: Props) {
  const left = useSecondsLeft(until, now)
  const last = left > 0 && left <= LAST
  return (
    <>
      {left > 0 && (
        <span class="wall-clock" role="timer" aria-label={words.value.common.timeLeft} data-last={last}>
          {digits(left, seconds)}
        </span>
      )}
      <span class={left > 0 ? 'spoken' : 'wall-clock-over'} role="status">
        {left === 0 ? over : last && words.value.screen.minuteLeft}
      </span>
    </>
  )
}

/** Seconds as `m:ss`, with as many digits as the whole time has. */
export const digits = (left: number, seconds: number) => clock(left).padStart(clock(seconds).length, '0')
