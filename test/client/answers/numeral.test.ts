import { describe, expect, test } from 'vitest'
import { negated, readNumber, writeNumber } from '../../../client/student/answers/numeral.ts'

describe('a number as people write it', () => {
  test.for([
    ['3.14', 3.14],
    ['3,14', 3.14],
    [' 42 ', 42],
    ['-7', -7],
    ['−7', -7],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1_000],
    ['2,5E-1', 0.25],
    ['1 234,5', 1_234.5],
    ['1\u202f234', 1_234],
    ['1’234.5', 1_234.5],
    ['1,234.5', 1_234.5],
    ['1.234,5', 1_234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,234,567.25', 1_234_567.25],
    ['３', 3],
    ['-0', 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ] as const)('%s is read', ([text, value]) => {
    expect(readNumber(text)).toBe(value)
  })

  test.for([
    '',
    ' ',
    'three',
    '3 cm',
    '1/2',
    '--1',
    '1-2',
    '1,2,3',
    '1.2.3',
    '1.2,3.4',
    '1,23.4,5',
    '0x10',
    'NaN',
    '∞',
    'e5',
    ',',
  ])('%s is no number', text => {
    expect(readNumber(text)).toBe('not-number')
  })

  test.for(['1e400', '-1e16', '9007199254740993'])('%s is too large', text => {
    expect(readNumber(text)).toBe('too-large')
  })

  test('is written with the decimal sign of the language, and read back the same', () => {
    expect(writeNumber(3.14, 'fr')).toBe('3,14')
    expect(writeNumber(-3.14, 'en')).toBe('−3.14')
    for (const value of [0, 0.1, -2.5, 1e-9, 123_456.789]) expect(readNumber(writeNumber(value, 'fr'))).toBe(value)
  })

  test('changes its sign there and back', () => {
    expect(negated('3')).toBe('−3')
    expect(negated('+3')).toBe('−3')
    expect(negated('-3')).toBe('3')
    expect(negated(negated(''))).toBe('')
  })
})
