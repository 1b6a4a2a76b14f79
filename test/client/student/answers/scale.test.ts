import { expect, test } from 'vitest'
import { columns } from '../../../../client/student/question/answers/scale.tsx'

test('steps stand in rows as even as can be', () => {
  expect([2, 5, 6, 7, 10, 11].map(steps => columns(steps, 6))).toEqual([2, 5, 6, 4, 5, 6])
  expect(columns(11, 5)).toBe(4)
})
