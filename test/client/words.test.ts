import { expect, test } from 'vitest'
import { en } from '../../client/i18n/en.ts'
import { fr } from '../../client/i18n/fr.ts'
import { resultsEn } from '../../client/i18n/results.en.ts'
import { resultsFr } from '../../client/i18n/results.fr.ts'

test('negative points have a true minus sign', () => {
  expect(en.student.pointsOf(-5, 15)).toBe('−5 of 15 points')
  expect(fr.student.pointsOf(-0.5, 1)).toBe('−0,5 sur 1 point')
  expect(en.student.points(-2)).toBe('−2 points')
})

test('who changed is counted in the forms of the language', () => {
  expect(resultsEn.changed(1, 3)).toBe('1 of 3 changed their answer')
  expect(resultsFr.changed(1, 1)).toBe('1 sur 1 a changé de réponse')
  expect(resultsFr.changed(2, 3)).toBe('2 sur 3 ont changé de réponse')
  expect(resultsFr.stayed(1, 'B')).toBe('1 est resté à B')
  expect(resultsFr.rightShare(1, 2, '50 %')).toBe('1 sur 2 juste (50 %)')
})
