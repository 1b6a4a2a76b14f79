import { expect, test } from 'vitest'
import { fieldsOf, phrasesOf } from '../../../../client/student/question/answers/phrases.ts'

test('empty fields and signs of no meaning make no words', () => {
  expect(phrasesOf(['', '  ', ' docker '])).toEqual(['docker'])
  expect(phrasesOf(['\u200b', '\u0301'])).toEqual([])
})

test('a field with commas of any script holds several words', () => {
  expect(phrasesOf(['fast, small; light', '雲，鯨'])).toEqual(['fast', 'small', 'light', '雲', '鯨'])
})

test('a word written twice counts once, as it was written first', () => {
  expect(phrasesOf(['Docker', 'docker', 'DOCKER, whale'])).toEqual(['Docker', 'whale'])
})

test('spaces inside a phrase are single', () => {
  expect(phrasesOf(['hot   dog'])).toEqual(['hot dog'])
})

test('an answer goes back into three fields', () => {
  expect(fieldsOf('fast, small')).toEqual(['fast', 'small', ''])
  expect(fieldsOf('')).toEqual(['', '', ''])
})
