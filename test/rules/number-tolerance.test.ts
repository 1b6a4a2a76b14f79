import { expect, test } from 'vitest'
import { isWithin } from '../../server/rules/number-tolerance.ts'

test('the ends of a tolerance are within it, in binary too', () => {
  expect(isWithin(3.15, { value: 3.14, tolerance: 0.01 })).toBe(true)
  expect(isWithin(3.151, { value: 3.14, tolerance: 0.01 })).toBe(false)
})
