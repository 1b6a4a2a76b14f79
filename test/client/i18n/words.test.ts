import { expect, test } from 'vitest'
import { en, type Language } from '../../../client/i18n/languages/en.ts'
import { fr } from '../../../client/i18n/languages/fr.ts'

test('negative points have a true minus sign', () => {
  expect(en.student.pointsOf(-5, 15)).toBe('−5 of 15 points')
  expect(fr.student.pointsOf(-0.5, 1)).toBe('−0,5 sur 1 point')
  expect(en.student.points(-2)).toBe('−2 points')
})

test('people are counted in the forms of the language', () => {
  expect(en.results.changed(1, 3)).toBe('1 of 3 changed their answer')
  expect(fr.results.changed(1, 1)).toBe('1 sur 1 a changé de réponse')
  expect(fr.results.changed(2, 3)).toBe('2 sur 3 ont changé de réponse')
  expect(fr.presenter.connected(1, 1)).toBe('1 sur 1 connecté')
  expect(fr.presenter.connected(2, 3)).toBe('2 sur 3 connectés')
  expect(fr.results.stayed(1, 'B')).toBe('1 est resté à B')
  expect(fr.results.rightShare(1, 2, '50 %')).toBe('1 sur 2 juste (50 %)')
})

test('every language says all there is to say', async () => {
  const files = import.meta.glob<{ default: Language }>('../../../client/i18n/languages/*.ts')
  const said = await Promise.all(Object.values(files).map(async load => keysOf((await load()).default)))
  expect(said.length).toBeGreaterThan(1)
  for (const keys of said) expect(keys).toEqual(keysOf(en))
})

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  )
}
