/** Time left until a deadline on the server's clock. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import './countdown.css'

/** From here on, in seconds, the countdown asks for attention. */
const LAST = 10

interface Props {
  /** Ms since the epoch. */
  until: number
  /** The server's clock. */
  now: () => number
}

export function Countdown({ until, now }: Props) {
  const left = useSecondsLeft(until, now)
  const last = left > 0 && left <= LAST
  return (
    <>
      <span class="countdown" role="timer" aria-label={words.value.common.timeLeft} data-last={left <= LAST}>
        {clock(left)}
      </span>
      <span class="spoken" role="status">
        {last && words.value.common.secondsLeft(LAST)}
      </span>
    </>
  )
}

/** Whole seconds until a moment, kept up to date. */
export function useSecondsLeft(until: number, now: () => number): number {
  const left = useSignal(secondsLeft(until, now()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const rest = until - now()
      left.value = secondsLeft(until, now())
      if (rest > 0) timer = setTimeout(tick, rest % 1000 || 1000)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until, now, left])
  return left.value
}

const secondsLeft = (until: number, now: number) => Math.max(0, Math.ceil((until - now) / 1000))

/** Seconds as `m:ss`. */
export const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
