import { expect, test } from 'vitest'
import { columns, labelled, stepsOf } from '../../../client/student/question/answers/steps.ts'

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
})

test('a scale has every whole number from its least to its greatest', () => {
  expect(stepsOf({ min: -1, max: 2, labels: [] })).toEqual([-1, 0, 1, 2])
})

test('steps stand in rows as even as can be', () => {
  expect([2, 5, 6, 7, 10, 11].map(steps => columns(steps, 6))).toEqual([2, 5, 6, 4, 5, 6])
  expect(columns(11, 5)).toBe(4)
})
