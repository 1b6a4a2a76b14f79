import { expect, test } from 'vitest'
import { manyLost } from '../../../client/presenter/inbox/many-lost.ts'

const lost = (lost: number, fast = 0) => ({ lost, fast, clear: 50 })

test('a fifth of those who are connected are many, whether lost or left behind', () => {
  expect([manyLost(lost(19), 100), manyLost(lost(20), 100), manyLost(lost(12, 8), 100)]).toEqual([false, true, true])
})

test('one or two are not many in the smallest class', () => {
  expect([manyLost(lost(2), 4), manyLost(lost(3), 4)]).toEqual([false, true])
})
