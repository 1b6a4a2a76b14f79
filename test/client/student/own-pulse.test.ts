/** How long a student's word on how it goes is shown as theirs. */
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownPulse } from '../../../client/student/pulse/own-pulse.ts'
import type { Session } from '../../../client/student/session.ts'
import type { Position, You } from '../../../server/wire/messages.ts'

type Said = { command: { type: 'pulse'; feeling: 'lost' | 'fast' | 'clear' | 'none' }; at: number }

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

/** A phone on which nothing has been said; what it says is pending until `told`. */
function phone(own: Partial<You> = {}) {
  const you = signal<Partial<You>>(own)
  const position = signal<Position>({ h: 0, v: 0, f: -1 })
  const last = signal<Said | undefined>(undefined)
  const session = {
    link: { slices: { you, position }, now: () => Date.now() },
    pending: () => last.value,
    say: (command: Said['command']) => {
      last.value = { command, at: Date.now() }
    },
  } as unknown as Session
  return { pulse: ownPulse(session), position, last, you }
}

test('a tap shows at once, another takes its place, and the same again takes it back', () => {
  const { pulse, last } = phone()
  pulse.tap('lost')
  expect(pulse.now.value).toBe('lost')
  pulse.tap('clear')
  expect(pulse.now.value).toBe('clear')
  pulse.tap('clear')
  expect([pulse.now.value, last.value?.command.feeling]).toEqual([undefined, 'none'])
})

test('it is shown for three minutes', () => {
  const { pulse } = phone()
  pulse.tap('fast')
  vi.advanceTimersByTime(179_000)
  expect(pulse.now.value).toBe('fast')
  vi.advanceTimersByTime(2_000)
  expect(pulse.now.value).toBeUndefined()
})

test('it goes with the step, and can then be said anew', () => {
  const { pulse, position, last } = phone()
  pulse.tap('lost')
  vi.advanceTimersByTime(5_000)
  position.value = { h: 0, v: 0, f: 0 }
  expect(pulse.now.value).toBeUndefined()
  vi.advanceTimersByTime(5_000)
  pulse.tap('lost')
  expect([pulse.now.value, last.value?.command.feeling]).toEqual(['lost', 'lost'])
})

test('what the server has from before a reload is shown for what is left of its time', () => {
  const { pulse } = phone({ pulse: 'lost', pulsedAt: 900_000 })
  expect(pulse.now.value).toBe('lost')
  vi.advanceTimersByTime(81_000)
  expect(pulse.now.value).toBeUndefined()
})
