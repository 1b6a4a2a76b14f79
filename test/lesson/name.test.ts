/** Names that look like nothing, like one another, or like the presenter's. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { cleanName, isReserved, nameKeys } from '../../server/lesson/people/name.ts'
import { isTaken } from '../../server/lesson/people/name-index.ts'

test.each([
  ['Hangul fillers', '\u3164\u115F\u1160\uFFA0'],
  ['the empty pattern of Braille', '\u2800\u2800'],
  ['variation selectors and joiners', '\uFE0F\u034F\u200D\u{E0100}'],
  ['tags', '\u{E0041}\u{E007F}'],
  ['the null notehead', '\u{1D159}'],
  ['blank hieroglyphs', '\u{13441}\u{13442}'],
  ['spaces of all kinds', '\u00A0\u2003\u3000\u205F'],
  ['accents on nothing', '\u0301\u0308'],
  ['noncharacters', '\uFFFE\u{1FFFF}'],
])('nothing is left of %s', (_, name) => {
  expect(cleanName(name)).toBe('')
})

test.each([
  ['Zoé', 'Zoé'],
  ['\u3164Zoé\u2800', 'Zoé'],
  ['  Anne  Marie ', 'Anne Marie'],
  ['김민준', '김민준'],
  ['🦊', '🦊'],
  ['कृष्ण', 'कृष्ण'],
])('%j is kept as %j', (name, kept) => {
  expect(cleanName(name)).toBe(kept)
})

test.each([
  'teacher',
  'TEACHER',
  'T e a c h e r',
  // Cyrillic, Greek, mathematical, full-width letters.
  'Tеаcher',
  'Τeacher',
  'ТEACHER',
  '𝐓𝐞𝐚𝐜𝐡𝐞𝐫',
  'ｔｅａｃｈｅｒ',
  'Рresenter',
  'рrésentаteur',
  'prοf',
  'PROF',
  'h0st',
  'Adrnin',
  'ADMlN',
  'adm1n',
  'Аmphi',
  'Enѕeignante',
])('%s looks like a name that is reserved', name => {
  expect(isReserved(name)).toBe(true)
})

test.each(['Ada', 'Hosta', 'Profit', 'Teacher’s pet', 'Анна', 'Adrian', 'Amphion', '김민준'])('%s does not', name => {
  expect(isReserved(name)).toBe(false)
})

describe('two names', () => {
  const same = (a: string, b: string) => nameKeys(a).some(key => nameKeys(b).includes(key))
  test.each([
    ['Zoé', 'zoe'],
    ['Анна', 'АННА'],
    ['Ada', 'Аdа'],
    ['José', 'Jose\u0301'],
    ['Strauß', 'STRAUSS'],
    ['🦊', '🦊'],
  ])('%s and %s are one', (a, b) => {
    expect(same(a, b)).toBe(true)
  })
  test.each([
    ['Cam', 'Carn'],
    ['Anna', 'Hanna'],
    ['Анна', 'Инна'],
    ['🦊', '🐻'],
  ])('%s and %s are two', (a, b) => {
    expect(same(a, b)).toBe(false)
  })
})

test('the index says what comparing with everybody would say', () => {
  const student = fc.constantFrom('s1', 's2', 's3')
  const event = fc.oneof(
    fc.record({ type: fc.constant('joined' as const), at: fc.constant(0), student }),
    fc.record({
      type: fc.constant('named' as const),
      at: fc.constant(0),
      student,
      name: fc.constantFrom('Ada', 'ада', 'ADA', 'Аda', 'Bob', ''),
    }),
    fc.record({ type: fc.constantFrom('removed' as const, 'readmitted'), at: fc.constant(0), student }),
  )
  fc.assert(
    fc.property(fc.array(event), student, fc.constantFrom('ada', 'АДА', 'Bob', 'Eve'), (events, by, name) => {
      const { students, names } = fold(events as LessonEvent[])
      const keys = nameKeys(name)
      const others = [...students].filter(([id, { removed }]) => id !== by && !removed)
      const compared = others.some(([, other]) => nameKeys(other.name ?? '\n').some(key => keys.includes(key)))
      expect(isTaken(names, name, students.get(by))).toBe(compared)
    }),
  )
})
