import { expect, test } from 'vitest'
import { folded } from '../../server/lesson/kinds/text.ts'

test.each([
  ['Élan vital', 'elan  VITAL'],
  ['docker-compose', 'Docker Compose'],
  ['№ 5', 'no5'],
  ['C.', 'c'],
])('%j and %j are the same answer', (a, b) => {
  expect(folded(a)).toBe(folded(b))
})

test.each([
  ['C++', 'C#'],
  ['-5', '5'],
  ['a', 'b'],
])('%j and %j are two answers', (a, b) => {
  expect(folded(a)).not.toBe(folded(b))
})
