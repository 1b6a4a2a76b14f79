import { beforeEach, expect, test } from 'vitest'
import { answerText, rightAnswerText } from '../../../client/student/question/answer-text.ts'
import { inLanguage } from '../i18n/language.ts'

const choices = ['B', 'A', 'C'].map(key => ({ key, html: key }))

beforeEach(() => inLanguage('en'))

test('picked choices are named by their letters, in the order of the page', () => {
  expect(answerText({ kind: 'choice', choices }, [0])).toBe('B')
  expect(answerText({ kind: 'choice', choices }, [0, 1])).toBe('A and B')
})

test('an order is given as it was sent', () => {
  expect(answerText({ kind: 'order', choices }, [2, 0, 1])).toBe('C, B, A')
})

test('a number has the decimal sign of the language', async () => {
  await inLanguage('fr')
  expect(answerText({ kind: 'number', choices: [] }, 3.5)).toBe('3,5')
})

test('a text is given as it is', () => {
  expect(answerText({ kind: 'words', choices: [] }, 'red, blue')).toBe('red, blue')
})

test('right answers are told in words where no choice is marked', () => {
  const values = [
    { value: 3.14, tolerance: 0.01 },
    { value: -2, tolerance: 0 },
  ]
  expect(rightAnswerText({ kind: 'number', choices: [] }, { correct: [], values })).toBe('3.14 ± 0.01 or −2')
  expect(rightAnswerText({ kind: 'text', choices: [] }, { correct: [], texts: ['Paris', 'Lutetia'] })).toBe(
    'Paris or Lutetia',
  )
  expect(rightAnswerText({ kind: 'order', choices }, { correct: [1, 0, 2] })).toBe('A, B, C')
  expect(rightAnswerText({ kind: 'choice', choices }, { correct: [1] })).toBeUndefined()
})
