import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Due } from '../../server/lesson/due.ts'
import { createAlarm } from '../../server/lessons/alarm.ts'

const closing = (poll: string): Due => ({ at: 1_000, command: { type: 'close', poll } })

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what cannot be saved is tried once a second, whatever else happens meanwhile', () => {
  let rings = 0
  const alarm = createAlarm(
    () => closing('one'),
    Date.now,
    () => {
      rings += 1
      alarm.set()
    },
  )
  alarm.set()
  const busy = setInterval(alarm.set, 50)
  vi.advanceTimersByTime(10_000)
  clearInterval(busy)
  alarm.stop()
  expect(rings).toBeGreaterThan(5)
  expect(rings).toBeLessThan(12)
})

test('two things that are due at the same time follow at once', () => {
  const open = ['one', 'two']
  const alarm = createAlarm(
    () => open.map(closing)[0],
    Date.now,
    () => {
      open.shift()
      alarm.set()
    },
  )
  alarm.set()
  vi.advanceTimersByTime(10)
  expect(open).toEqual([])
})
