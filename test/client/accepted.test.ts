import { expect, test } from 'vitest'
import { folded, rowsOf } from '../../client/ui/results/accepted.ts'
import { folded as foldedOnServer } from '../../server/lesson/kinds/text.ts'

const GIVEN = [
  { text: 'ls', count: 5 },
  { text: 'Docker PS', count: 3 },
  { text: 'ps', count: 2 },
]

test('accepted texts are found whatever their case and accents, beyond the limit too', () => {
  expect(rowsOf(GIVEN, ['docker ps'], 1)).toEqual({
    rows: [
      { text: 'ls', count: 5, right: false },
      { text: 'Docker PS', count: 3, right: true },
    ],
    others: 2,
  })
})

test('nothing is right before the solution', () => {
  expect(rowsOf(GIVEN, [], 8).rows.some(({ right }) => right)).toBe(false)
})

test.each(['Éléphant !', 'ÉLÉPHANT', 'C++', 'C', '++', 'ﬁn', 'straße', '北京', 'a b', '½', ''])(
  'two spellings of "%s" are compared as the server does',
  text => {
    expect(folded(text)).toBe(foldedOnServer(text))
  },
)
