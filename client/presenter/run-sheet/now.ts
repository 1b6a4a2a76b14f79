/** The server's clock as something to draw. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Ms since the epoch, once a second. */
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
