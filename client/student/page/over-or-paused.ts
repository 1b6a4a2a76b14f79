/** What has become of a class that its server no longer presents, and the way back into it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from '../../connection/link.ts'

/** `paused`: it was left without an end, and may go on. */
export type OverOrPaused = 'over' | 'paused'

/** Ms, at least, between two tries of a page that is looked at all the while; a whole class may wait. */
const PAUSE = 45_000

/** Undefined while the class is on, and where nothing is known of it. */
export function overOrPaused(code: string, link: Link): ReadonlySignal<OverOrPaused | undefined> {
  const found = signal<OverOrPaused | undefined>(undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const state = link.state.value
    if (state.is === 'live') found.value = undefined
    if (state.is === 'refused' && state.reason === 'unknown-lesson') void wait()
  })
  return found

  async function wait(): Promise<void> {
    found.value = found.peek() ?? (await look(code))
    clearTimeout(timer)
    if (found.peek() === 'paused') timer = setTimeout(link.retry, PAUSE * (1 + Math.random()))
  }
}

async function look(code: string): Promise<OverOrPaused | undefined> {
  const response = await fetch(`/api/lessons/${code}`).catch(() => undefined)
  if (!response?.ok) return undefined
  const { paused }: { paused?: true } = await response.json()
  return paused ? 'paused' : 'over'
}
