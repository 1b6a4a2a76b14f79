import { expect, test } from 'vitest'
import { digits } from '../../../client/screen/clock/wall-clock.tsx'

test('a clock on the wall has as many digits as its whole time, so that none of them moves', () => {
  expect([900, 600, 599, 61, 1].map(left => digits(left, 900))).toEqual(['15:00', '10:00', '09:59', '01:01', '00:01'])
  expect([300, 59].map(left => digits(left, 300))).toEqual(['5:00', '0:59'])
})
