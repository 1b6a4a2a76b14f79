import { expect, test } from 'vitest'
import { createLeaveGuard } from '../../../client/control/leave-guard.ts'

const leaving = { id: 'q', round: 1, openFor: 30_000 }

test('a press goes at once while no question would be left open', () => {
  const press = createLeaveGuard()
  expect(press({ at: 0 })).toBe('go')
  expect(press({ at: 10 })).toBe('go')
})

test('the first press over an open question asks, a second one more than a second later goes', () => {
  const press = createLeaveGuard()
  expect(press({ at: 10_000, leaving })).toBe('ask')
  expect(press({ at: 11_500, leaving })).toBe('go')
})

test('a double press over an open question stays', () => {
  const press = createLeaveGuard()
  expect(press({ at: 10_000, leaving })).toBe('ask')
  expect(press({ at: 10_200, leaving })).toBe('ignore')
  expect(press({ at: 10_900, leaving })).toBe('ignore')
})

test('a press within a second of the opening is ignored', () => {
  const press = createLeaveGuard()
  expect(press({ at: 10_000, leaving: { ...leaving, openFor: 300 } })).toBe('ignore')
})

test('having asked does not last: after a while, or for another round, it asks again', () => {
  const press = createLeaveGuard()
  expect(press({ at: 10_000, leaving })).toBe('ask')
  expect(press({ at: 40_000, leaving })).toBe('ask')
  expect(press({ at: 42_000, leaving: { ...leaving, round: 2 } })).toBe('ask')
})
