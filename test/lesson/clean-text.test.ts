import { describe, expect, test } from 'vitest'
import { cleanText } from '../../server/lesson/people/clean-text.ts'

describe('a text that somebody typed', () => {
  test.each([
    ['  why\tis   it so? ', 'why is it so?'],
    ['e\u0301', 'é'],
    ['a\u0000\u0007\u202eb\u2066c\u200bd\ufeff', 'abcd'],
    ['Z\u0351\u036b\u0343\u036a\u0302algo', 'Z\u0351\u036balgo'],
    ['<b>bold</b> &amp; [link](http://x)', '<b>bold</b> &amp; [link](http://x)'],
    ['😀 ça va', '😀 ça va'],
    ['\ud800lone', 'lone'],
  ])('is kept as what can be seen: %j', (typed, kept) => {
    expect(cleanText(typed)).toBe(kept)
  })
  test.each(['', ' ', '\n \r\n', '\u200b\u200d', '\u0301', '\u3164', '\u2800'])(
    'is nothing when nothing can be seen: %j',
    typed => {
      expect(cleanText(typed)).toBe('')
    },
  )
  test('has few lines, and none that is empty', () => {
    expect(cleanText('one\n\n\n two \r\n\u200b\nthree\u2028four')).toBe('one\ntwo\nthree\nfour')
    expect(cleanText('a\nb\nc\nd\ne\nf\ng\nh')).toBe('a\nb\nc\nd\ne\nf g h')
  })
})
