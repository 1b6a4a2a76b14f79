/** How a student has said that it goes: one tap, which holds for three minutes and for this step of the slide. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { PULSE_LIFE } from '#rules/message-limits'
import type { Session } from '../session.ts'

export type Feeling = 'lost' | 'fast' | 'clear'

export interface OwnPulse {
  /** What was said last, while it holds. */
  now: ReadonlySignal<Feeling | undefined>
  /** The same twice is taken back. */
  tap(feeling: Feeling): void
  close(): void
}

export function ownPulse(session: Session): OwnPulse {
  const { link, pending, say } = session
  const { you, position } = link.slices
  /** What was said up to here, ms since the epoch, is over. */
  const over = signal(0)
  const said = computed(() => {
    const last = pending('pulse')
    if (last) return { at: last.at, feeling: last.command.feeling }
    const { pulse, pulsedAt = 0 } = you.value ?? {}
    return { at: pulsedAt, feeling: pulse ?? ('none' as const) }
  })
  let step: string | undefined
  const stopSteps = effect(() => {
    const at = position.value
    const next = at && `${at.h} ${at.v} ${at.f}`
    if (step !== undefined && next !== step) over.value = link.now()
    step = next
  })
  const stopClock = effect(() => {
    const left = said.value.at + PULSE_LIFE - link.now()
    const timer = setTimeout(() => {
      over.value = Math.max(over.peek(), link.now() - PULSE_LIFE)
    }, left)
    return () => clearTimeout(timer)
  })
  const now = computed(() => {
    const { at, feeling } = said.value
    return feeling === 'none' || at <= over.value ? undefined : feeling
  })
  return {
    now,
    tap: feeling => say({ type: 'pulse', feeling: now.peek() === feeling ? 'none' : feeling }),
    close() {
      stopSteps()
      stopClock()
    },
  }
}
