/** Keeps a phone's screen on while it matters; does nothing where the browser does not offer it (insecure origins). */
import { effect } from '@preact/signals'

/** @param needed read again whenever a signal in it changes */
export function stayAwake(needed: () => boolean): void {
  if (!('wakeLock' in navigator)) return
  let lock: Promise<WakeLockSentinel | undefined> | undefined
  const request = () => navigator.wakeLock.request('screen').catch(() => undefined)
  effect(() => {
    if (needed() && !lock) lock = request()
    if (needed() || !lock) return
    void lock.then(held => held?.release())
    lock = undefined
  })
  // Browsers let go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', () => {
    if (lock && document.visibilityState === 'visible') lock = request()
  })
}
