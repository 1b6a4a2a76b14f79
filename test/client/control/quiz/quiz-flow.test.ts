import { expect, test } from 'vitest'
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import { allShown, isInQuiz, quizStage } from '../../../../client/control/quiz/quiz-flow.ts'
import { READY } from '../samples.ts'

const quiz: QuizView = { segment: 's', phase: 'ready', questions: ['q'] }
const closed: PollView = { ...READY, phase: 'closed', shown: { results: false, solution: false } }

test('a quiz is started as a whole until one of its questions is asked alone, or the presenter says so', () => {
  expect(quizStage(quiz, [READY], false)).toBe('start')
  expect(quizStage(quiz, [READY], true)).toBe('apart')
  expect(quizStage(quiz, [closed, READY], false)).toBe('apart')
  expect(quizStage(quiz, [{ ...READY, opensAt: 1 }], false)).toBe('apart')
})

test('it runs, then is over, with or without somebody who still writes', () => {
  expect(quizStage({ ...quiz, phase: 'open' }, [READY], true)).toBe('open')
  expect(quizStage({ ...quiz, phase: 'closed' }, [closed], false)).toBe('over')
  const writing = { students: 1, until: 2 }
  expect(quizStage({ ...quiz, phase: 'closed', writing }, [closed], false)).toBe('writing')
})

test('its questions are told from others', () => {
  expect([isInQuiz(quiz, 'q'), isInQuiz(quiz, 'other'), isInQuiz(null, 'q')]).toEqual([true, false, false])
})

test('all solutions are shown with those of the questions that have one', () => {
  const shown = (results: boolean, solution: boolean, survey = false): PollView => ({
    ...closed,
    survey,
    shown: { results, solution },
  })
  expect(allShown([shown(true, true), shown(true, false)], 'results')).toBe(true)
  expect(allShown([shown(true, true), shown(true, false)], 'solution')).toBe(false)
  expect(allShown([shown(true, true), shown(true, false, true)], 'solution')).toBe(true)
})
