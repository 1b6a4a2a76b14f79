/** Reading Aiken as a deck. The example is from Moodle's documentation: https://docs.moodle.org/en/Aiken_format. */
import { expect, test } from 'vitest'
import { readAiken } from '../../server/exchange/read/aiken.ts'
import { itemsOf } from '../../server/exchange/read/deck.ts'
import { writeAiken } from '../../server/exchange/write/aiken.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'
import { parsed } from './round-trips.ts'

const EXAMPLE = `What is the correct answer to this question?
A. Is it this one?
B. Maybe this answer?
C. Possibly this one?
D. Must be this one!
ANSWER: D

Which LMS has the most quiz import formats?
A) Moodle
B) ATutor
ANSWER: A
`

test('reads the example of the documentation, with full stops and with brackets', () => {
  const { items, mistakes } = readAiken(EXAMPLE)
  expect(mistakes).toEqual([])
  expect(writeSlides(items).text).toBe(`<!-- .slide: data-qcm -->
### What is the correct answer to this question?

- [ ] Is it this one?
- [ ] Maybe this answer?
- [ ] Possibly this one?
- [x] Must be this one!

---

<!-- .slide: data-qcm -->
### Which LMS has the most quiz import formats?

- [x] Moodle
- [ ] ATutor
`)
})

test('the example survives a round trip', () => {
  const deck = parsed(writeSlides(readAiken(EXAMPLE).items).text)
  expect(writeAiken(itemsOf(deck)).text).toBe(EXAMPLE.replace(/^([A-Z])\)/gm, '$1.'))
})

test.each([
  ['no ANSWER', 'Which?\nA. a\nB. b\n', /^6: the question has no ANSWER/],
  [
    'an ANSWER that names no choice',
    'Which?\nA. a\nB. b\nANSWER: C',
    /^9: ANSWER: C names no choice; write one of A, B$/,
  ],
  ['several answers', 'Which?\nA. a\nB. b\nANSWER: A, B', /^9: ANSWER: A, B names no choice/],
  ['one choice', 'Which?\nA. a\nANSWER: A', /^8: the question has one choice/],
  ['no choices', 'Which?\nANSWER: A', /^7: ANSWER stands without choices/],
  ['a skipped letter', 'Which?\nA. a\nC. b\nANSWER: A', /^8: choice C stands where B is expected/],
  ['an empty choice', 'Which?\nA. a\nB.\nANSWER: A', /^8: choice B is empty/],
])('%s: the questions before and after are read, and the line is reported', (_, broken, expected) => {
  const { items, mistakes } = readAiken(`First?\nA. a\nB. b\nANSWER: A\n\n${broken}\n\nLast?\nA. a\nB. b\nANSWER: B\n`)
  expect(writeSlides(items).text.match(/### .*/g)).toEqual(['### First?', '### Last?'])
  expect(mistakes.map(({ line, message }) => `${line}: ${message}`)).toEqual([expect.stringMatching(expected)])
})
