import { expect, test } from 'vitest'
import { fold } from '../../server/lesson/evolve.ts'
import { report } from '../../server/report/report.ts'
import { questionOf } from '../support/deck.ts'
import { opened } from './sample-lessons.ts'

test('questions of a quiz, all opened at one moment, are listed in its order, whatever they are called', () => {
  const names = ['zoo', 'one', 'abc']
  const polls = names.map(poll => ({ poll, round: 1 }))
  const lesson = fold([
    { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
    { type: 'quizStarted', at: 100, segment: 'quiz', polls },
    ...names.map(id => opened(questionOf(id, [true, false]), 100)),
  ])
  expect(report(lesson).polls.map(({ id }) => id)).toEqual(names)
})
