import { describe, expect, test } from 'vitest'
import { negated, otherReading, readNumber, writeNumber } from '../../server/rules/typed-number.ts'
import { NO_NUMERALS, NUMERALS } from './typed-numbers.ts'

describe('a number as people write it', () => {
  test.for(NUMERALS)('%s is read', ([text, value, lang = 'en']) => {
    expect(readNumber(text, lang)).toBe(value)
  })

  test.for([
    [' 42 ', 42],
    ['5.', 5],
  ] as const)('%s is read, as it is typed', ([text, value]) => {
    expect(readNumber(text, 'en')).toBe(value)
  })

  test.for(['', ' ', ...NO_NUMERALS])('%s is no number', text => {
    expect(readNumber(text, 'en')).toBe('not-number')
  })

  test.for([
    ['1,000', 'en', 1_000, 1],
    ['−1,000', 'en', -1_000, -1],
    ['1,234', 'en', 1_234, 1.234],
    ['6.022', 'en', 6.022, 6_022],
    ['1.000', 'de', 1_000, 1],
    ['1,000', 'de', 1, 1_000],
    ['1,000', 'fr', 1, 1_000],
    ['1.000', 'fr', 1, 1_000],
    ['1.000', 'es', 1_000, 1],
    ['١،٠٠٠', 'ar', 1_000, 1],
  ] as const)('%s can be read two ways; in %s first as %d', ([text, lang, value, other]) => {
    expect(readNumber(text, lang)).toBe(value)
    expect(otherReading(text, lang)).toBe(other)
  })

  test.for(['0.125', '1,5', '1,234.5', '1,234,567', '1 000', '12345,678', '1e3', '٣٫١٤١'])(
    '%s can be read one way',
    text => {
      for (const lang of ['en', 'de', 'fr', 'ar']) expect(otherReading(text, lang)).toBeUndefined()
    },
  )

  test.for(['1e400', '-1e16', '9007199254740993'])('%s is too large', text => {
    expect(readNumber(text, 'en')).toBe('too-large')
  })

  test('is written with the decimal sign of the language, and read back the same', () => {
    expect(writeNumber(3.14, 'fr')).toBe('3,14')
    expect(writeNumber(-3.14, 'en')).toBe('−3.14')
    expect(writeNumber(3.14, 'ar')).toBe('3.14')
    for (const lang of ['en', 'fr', 'de', 'ar', 'de-CH', 'hi'])
      for (const value of [0, 0.1, -2.5, 1.234, 1_000, 1e-9, 123_456.789])
        expect(readNumber(writeNumber(value, lang), lang)).toBe(value)
  })

  test('changes its sign there and back', () => {
    expect(negated('3')).toBe('−3')
    expect(negated('+3')).toBe('−3')
    expect(negated('-3')).toBe('3')
    expect(negated(negated(''))).toBe('')
  })
})
