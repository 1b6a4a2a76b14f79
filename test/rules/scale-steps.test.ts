import { expect, test } from 'vitest'
import { labelled, labelOf, stepsOf } from '../../server/rules/scale-steps.ts'

test('labels are spread evenly over the steps', () => {
  expect(labelled({ min: 1, max: 5, labels: ['lost', 'fine', 'bored'] })).toEqual([
    { text: 'lost', step: 1 },
    { text: 'fine', step: 3 },
    { text: 'bored', step: 5 },
  ])
  expect(labelled({ min: -2, max: 2, labels: ['no', 'yes'] }).map(({ step }) => step)).toEqual([-2, 2])
})

test('a label between two steps belongs to neither', () => {
  expect(labelled({ min: 1, max: 4, labels: ['a', 'b', 'c'] })[1]).toEqual({ text: 'b' })
  expect([1, 2, 3, 4].map(step => labelOf({ min: 1, max: 4, labels: ['a', 'b', 'c'] }, step))).toEqual([
    'a',
    undefined,
    undefined,
    'c',
  ])
})

test('a scale has every whole number from its least to its greatest', () => {
  expect(stepsOf({ min: -1, max: 2, labels: [] })).toEqual([-1, 0, 1, 2])
})
