/** The way back from a later slide to the last question's results, and from there to where the class was. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Position } from '#wire/messages'
import type { Link } from '../connection/link.ts'

/** `show` the last question's results; go `back` from them; nothing when there is no way. */
export type Replay = 'show' | 'back' | undefined

export interface Replays {
  replay: ReadonlySignal<Replay>
  /** Where `replay` leads, once; with the question whose results are to be shown there. */
  take(): { place: Position; poll?: string } | undefined
  close(): void
}

export function createReplay({ slices, deck }: Link): Replays {
  const asked = signal<string | undefined>(undefined)
  const left = signal<Position | undefined>(undefined)

  const stop = effect(() => {
    const [lesson, poll] = [slices.lesson.value, slices.poll.value]
    if (!lesson) return
    const known = asked.peek() ?? remembered(lesson.code)
    asked.value = poll?.phase === 'open' || (poll?.phase === 'closed' && known === undefined) ? poll.id : known
    if (asked.value !== undefined) remember(lesson.code, asked.value)
  })

  const target = computed((): Position | undefined => {
    for (const [h, stack] of (deck.value?.slides ?? []).entries()) {
      const v = stack.findIndex(slide => slide?.poll !== undefined && slide.poll === asked.value)
      if (v >= 0) return { h, v, f: (stack[v]?.steps ?? 0) - 1 }
    }
    return undefined
  })

  const replay = computed((): Replay => {
    const [to, here] = [target.value, slices.position.value]
    if (!to || !here) return undefined
    if (to.h !== here.h || to.v !== here.v) return 'show'
    return left.value ? 'back' : undefined
  })

  return {
    replay,
    take() {
      const [way, to, here, back] = [replay.value, target.value, slices.position.value, left.value]
      if (way === 'show' && to && here) {
        left.value = { h: here.h, v: here.v, f: here.f }
        return { place: to, ...(asked.value !== undefined && { poll: asked.value }) }
      }
      left.value = undefined
      return way === 'back' && back ? { place: back } : undefined
    },
    close: stop,
  }
}

const KEY = 'amphi.asked'

/** For as long as the tab is open, so that a reload forgets nothing. */
function remembered(code: string): string | undefined {
  try {
    const [of, poll] = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return of === code ? poll : undefined
  } catch {
    return undefined
  }
}

function remember(code: string, poll: string) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([code, poll]))
  } catch {
    // Without it a reload forgets which question was last.
  }
}
