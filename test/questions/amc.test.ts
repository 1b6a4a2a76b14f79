/** AMC-TXT read as a deck, and written. Examples are of AMC's documentation: https://www.auto-multiple-choice.net/doc/amc-txt. */
import { describe, expect, test } from 'vitest'
import { readAmc } from '../../server/questions/read/amc.ts'
import { readDeck } from '../../server/questions/read/deck.ts'
import { writeAmc } from '../../server/questions/write/amc.ts'
import { writeDeck } from '../../server/questions/write/deck.ts'
import { parsed } from './rounds.ts'

const read = (text: string) => {
  const { items, mistakes } = readAmc(text)
  return {
    deck: writeDeck(items).text,
    said: mistakes.map(({ line, level, message }) => `${line} ${level}: ${message}`),
  }
}

const attributesOf = (text: string) => /\.slide: (.*) -->/.exec(read(text).deck)?.[1]

test('the first example of the manual', () => {
  const { deck, said } = read(`# AMC-TXT source file
Title: My first AMC questionnaire

Presentation: Please answer the following questions
the best you can.

*[ordered] What is the capital city of Cameroon?
+ Yaounde
- Douala
- Kribi

**[ordered]{mz=1} From the following numbers, which are positive?
- -2
+ 2
+ 10
`)
  expect(deck).toBe(`<!-- .slide: data-qcm -->
### What is the capital city of Cameroon?

- [x] Yaounde
- [ ] Douala
- [ ] Kribi

---

<!-- .slide: data-qcm data-none -->
### From the following numbers, which are positive?

- [ ] -2
- [x] 2
- [x] 10
`)
  expect(said).toEqual([])
})

test('verbatim text, code, bold and italic', () => {
  const { deck } = read(`* What does this program print?
[verbatim]
main( )
{
    printf("hello, world\\n");
}
[/verbatim]

+ [| hello, world |]
- [| hello |]

* What is the [*capital city*] of [_France_]?
+ Paris
- [[$\\sqrt{2}$]]
`)
  expect(deck).toContain('```\nmain( )\n{\n    printf("hello, world\\n");\n}\n```')
  expect(deck).toContain('- [x] ` hello, world `')
  expect(deck).toContain('### What is the **capital city** of *France*?')
  expect(deck).toContain('- [ ] `$\\sqrt{2}$`')
})

describe('scoring', () => {
  const several = (scoring: string) => `CompleteMulti: 0\n**[ordered]${scoring} Which are positive?\n- -2\n+ 2\n+ 10`
  const one = (scoring: string) =>
    `*[ordered]${scoring} What is the capital city of France?\n+ Paris\n- Lille\n- Marseille`

  test.each([
    ['the usual one of a simple question', one(''), 'data-qcm'],
    ['points for the right answer', one('{b=2}'), 'data-qcm data-points="2"'],
    ['points lost for a wrong one', one('{b=2,m=-1}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=-1"'],
    [
      'the usual one of a multiple question, haut=2',
      several(''),
      'data-qcm data-scoring="amc" data-bareme="b=0.666667,m=-0.333333,p=0"',
    ],
    ['all or nothing', several('{mz=3}'), 'data-qcm data-points="3"'],
    ['box by box', several('{b=2,m=-0.5,v=-1,p=-2}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=-0.5,v=-1,p=-2"'],
    ['an offset, shared out', several('{b=1,m=-1,d=3}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=0"'],
    [
      'in part, as Amphi writes it',
      several('{formula=2*(NBC-NMC)/NB,p=0}'),
      'data-qcm data-points="2" data-scoring="partial"',
    ],
  ])('%s', (_, text, attributes) => {
    expect(attributesOf(text)).toBe(attributes)
    expect(read(text).said).toEqual([])
  })

  test('what a deck cannot say is told', () => {
    const { said } = read('*{b=2,formula=N} Which?\n+ a\n-{-2} b')
    expect(said).toEqual([
      expect.stringMatching(/^1 warning: points of single choices/),
      expect.stringMatching(/^1 warning: the scoring "formula=N" cannot be kept; it is left out/),
    ])
  })
})

test.each([
  [
    'a simple question with two right choices',
    '* How much are 2\n+ 2?\n- 0\n+ 4\n- 10',
    /^6 error: a question with one \* has one right/,
  ],
  ['one choice', '* Which?\n+ a', /^6 error: the question has fewer than two choices/],
  ['an empty choice', '* Which?\n+ a\n-', /^6 error: a choice is empty/],
  ['no text', '*\n+ a\n- b', /^6 error: the question has no text/],
  ['a choice of no question', '*( Group\n- a\n*)', /^7 error: a choice stands outside/],
  ['scoring without an end', '*{b=2,m=-1 Which?\n+ a\n- b', /^6 error: the { after the \* is not closed/],
  ['options without an end', '**[horiz Which?\n+ a\n+ b', /^6 error: the \[ after the \* is not closed/],
])('%s: the questions before and after are read, and the line is told', (_, broken, said) => {
  const got = read(`*[ordered] First?\n+ a\n- b\n# comment\n\n${broken}\n\n*[ordered] Last?\n+ a\n- b\n`)
  expect(got.deck.match(/### .*/g)).toEqual(['### First?', '### Last?'])
  expect(got.said).toEqual([expect.stringMatching(said)])
})

test('a deck’s questions are written with the meaning that they have there', () => {
  const deck = parsed(`---
title: Test
lang: fr
---
<!-- .slide: data-qcm data-points="2" -->
### Which is \`a*]\`?

- [x] [one]
  > Yes
- [ ] two

---

<!-- .slide: data-qcm data-scoring="partial" data-none -->
### Which are?

- [x] a
- [x] b
- [ ] c

---

<!-- .slide: data-qcm data-none data-scoring="amc" data-bareme="b=1,m=-0.5" -->
### Which is?

- [ ] a
- [ ] b

---

<!-- .slide: data-qcm -->
### How is it?

- [ ] good
- [ ] bad

---

<!-- .slide: data-qcm="number" -->
### How many?

- [x] 3
`)
  const { text, mistakes } = writeAmc(readDeck(deck), deck)
  expect(text).toBe(`Title: Test
Lang: FR
CompleteMulti: 1

*[ordered,id=which-is-a]{b=2} Which is [|a*[[\\rbrack{}]]|]?
+ [one]
- two

**[ordered,id=which-are]{formula=(NBC-NMC)/NB,p=0} Which are?
+ a
+ b
- c

*[ordered,id=which-is]{b=1,m=-0.5} Which is?
- a
- b
+ Aucune de ces réponses

*[indicative,ordered,id=how-is-it] How is it?
- good
- bad
`)
  expect(mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '5 AMC-TXT cannot say feedback; it is left out',
    '39 AMC-TXT has no questions of the kind "number"; this one is left out',
  ])
})
