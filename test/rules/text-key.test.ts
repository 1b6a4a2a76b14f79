/** Which texts are the same answer; each pair is one way that people write or mistake things. */
import { expect, test } from 'vitest'
import { isRight } from '../../server/lesson/kinds/kinds.ts'
import { looseKey, strictKey } from '../../server/rules/text-key.ts'
import { questionOf } from '../support/deck.ts'

const same = (accepted: string, given: string) =>
  isRight({ ...questionOf('t', []), kind: 'text', entries: [{ text: accepted, right: true }] }, given)

const ALIKE: Record<string, [accepted: string, given: string][]> = {
  case: [
    ['Élan', 'éLAN'],
    ['Straße', 'STRASSE'],
    ['Straße', 'STRAẞE'],
    ['ΟΔΟΣ', 'οδος'],
    ['Diyarbakır', 'DIYARBAKIR'],
    ['İstanbul', 'istanbul'],
    ['Մարդու և', 'ՄԱՐԴՈՒ ԵՒ'],
  ],
  accents: [
    ['Éléphant', 'elephant'],
    ['élan', 'e\u0301lan'],
    ['Όδός', 'οδος'],
    ['ёлка', 'елка'],
    ['Việt Nam', 'viet nam'],
    ['v\u20D7', 'v'],
    ['عَرَبِيّ', 'عربي'],
    ['שָׁלוֹם', 'שלום'],
  ],
  spaces: [
    ['docker  ps', 'dockerps'],
    ['1 000', '1\u202F000'],
    ['عـــربي', 'عربي'],
    ['می\u200Cخواهم', 'میخواهم'],
    ['so\u00ADlu\u200Btion', 'solution'],
  ],
  'a final full stop': [
    ['Paris', 'Paris. '],
    ['हिन्दी', 'हिन्दी।'],
    ['东京', '东京。'],
    ['U.S.A.', 'U.S.A'],
  ],
  'quotes and apostrophes': [
    ["x'", 'x’'],
    ["x'", 'x′'],
    ["f''", 'f″'],
    ["f''", 'f”'],
    ['5"', '5″'],
    ['« oui »', '“Oui”'],
    ['„ja“', '"ja"'],
    ['l’eau', "l'eau"],
    ['l’eau', 'l´eau'],
  ],
  'hyphens and minus': [
    ['−5', '-5'],
    ['−5', '–5'],
    ['docker-compose', 'docker‑compose'],
    ['a – b', 'a—b'],
    ['docker ps --all', 'docker ps —all'],
  ],
  'ligatures and letters without a decomposition': [
    ['nœud', 'NOEUD'],
    ['cœur', 'coeur'],
    ['Æsop', 'aesop'],
    ['Tromsø', 'Tromso'],
    ['Łódź', 'LODZ'],
    ['Đà Nẵng', 'da nang'],
    ['Þór', 'Thor'],
    ['ﬁn', 'fin'],
  ],
  'forms of one character': [
    ['Ｃ＋＋', 'C++'],
    ['ｶﾞ', 'ガ'],
    ['½', '1/2'],
    ['H₂O', 'h2o'],
    ['x²', 'x^2'],
    ['10⁻³', '10^-3'],
    ['لا', 'ﻻ'],
    ['१२', '12'],
    ['٣٫١٤', '3.14'],
  ],
}

const APART: Record<string, [accepted: string, given: string][]> = {
  signs: [
    ['chmod +x', 'chmod -x'],
    ['10.5', '105'],
    ['10.5', '10,5'],
    ['x >= 10', 'x <= 10'],
    ['-100', '100'],
    ['2^10', '210'],
    ['x²', 'x2'],
    ['10³', '103'],
    ['!ready', 'ready'],
    ['192.168.1.1', '192.168.11'],
    ['1/100', '1100'],
    ['C++', 'C#'],
    ['docker ps --all', 'docker ps -all'],
    ['`ls`', "'ls'"],
    ["'a'", '"a"'],
    ['yes!', 'yes'],
    ['№ 5', '#5'],
  ],
  'signs with a stroke, of which Unicode makes an accent': [
    ['x = 5', 'x ≠ 5'],
    ['a < b', 'a ≮ b'],
    ['x ∈ A', 'x ∉ A'],
  ],
  'full stops that end nothing': [
    ['docker build .', 'docker build'],
    ['cd ..', 'cd .'],
    ['cd ..', 'cd'],
    ['.', '!'],
  ],
  'vowel signs, tones and voicing, which are letters': [
    ['हिन्दी', 'हन्द'],
    ['कि', 'की'],
    ['ड़', 'ड'],
    ['கி', 'கீ'],
    ['ไม่', 'ไม้'],
    ['ไม่', 'ไม'],
    ['かぎ', 'かき'],
    ['ぱ', 'ば'],
  ],
  'letters of their own that Unicode decomposes': [
    ['мой', 'мои'],
    ['їжак', 'іжак'],
    ['سأل', 'سال'],
    ['مؤمن', 'مومن'],
  ],
  digits: [['٣', '٤']],
}

test.each(Object.entries(ALIKE))('%s do not matter', (_, pairs) => {
  expect(pairs.filter(([accepted, given]) => !same(accepted, given) || !same(given, accepted))).toEqual([])
})

test.each(Object.entries(APART))('%s matter', (_, pairs) => {
  expect(pairs.filter(([accepted, given]) => same(accepted, given) || same(given, accepted))).toEqual([])
})

test('letters are those of the Unicode Collation Algorithm: first weight alike, one key', () => {
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' })
  // But for ŀ, whose point is a sign.
  const letters = Array.from({ length: 0x250 - 0xc0 }, (_, index) => String.fromCodePoint(0xc0 + index))
  const sorted = [...'abcdefghijklmnopqrstuvwxyz', 'ae', 'oe', 'ss'].flatMap(plain =>
    letters.filter(letter => /[^\P{L}Ŀŀ]/u.test(letter) && compare(letter, plain) === 0).map(letter => [letter, plain]),
  )
  expect(sorted.length).toBeGreaterThan(200)
  expect(sorted.filter(([letter = '', plain]) => strictKey(letter) !== plain)).toEqual([])
})

test('nothing to see is no text', () => {
  for (const blank of ['', ' \t', '\u200B', '\u3164', '\u2800', '\u00AD']) expect(strictKey(blank)).toBe('')
})

test.each([
  ['docker-compose', 'Docker Compose'],
  ['Super !!!', 'super'],
  ['№ 5', 'no5'],
  ['l’été', 'L’ETE'],
])('%j and %j are counted together in a word cloud', (a, b) => {
  expect(looseKey(a)).toBe(looseKey(b))
})

test.each([
  ['C++', 'C#'],
  ['-5', '5'],
  ['कि', 'की'],
])('%j and %j are two words', (a, b) => {
  expect(looseKey(a)).not.toBe(looseKey(b))
})
