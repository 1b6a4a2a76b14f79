import { expect, test } from 'vitest'
import { directionOf } from '../../server/deck/language.ts'
import { parse } from '../../server/deck/parse.ts'
import { options } from './one-slide.ts'

test.each(['ar', 'ar-EG', 'fa', 'he', 'ur', 'ps', 'yi', 'dv', 'ckb', 'uz-Arab', 'pa-PK', 'ku-Arab'])(
  '%s reads from right to left',
  lang => {
    expect(directionOf({ lang })).toEqual({ dir: 'rtl' })
  },
)

test.each(['', 'en', 'fr', 'ja', 'hi', 'th', 'uz', 'pa', 'az', 'und', 'de_DE', 'Deutsch, bitte'])(
  '%j reads from left to right',
  lang => {
    expect(directionOf({ lang })).toEqual({})
  },
)

test('a deck turns its slides with its language, unless it says itself which way they read', () => {
  const rtl = (front: string) => parse(`---\n${front}\n---\n# A`, options).options.rtl
  expect(rtl('lang: ar')).toBe(true)
  expect(rtl('lang: ar\nrevealOptions:\n  rtl: false')).toBe(false)
  expect(rtl('title: A\nrevealOptions:\n  rtl: true')).toBe(true)
  expect(rtl('lang: en')).toBeUndefined()
  expect(directionOf({ lang: 'ar', options: { rtl: false } })).toEqual({})
})
