/** Reading AMC-TXT. Examples are from AMC's documentation: https://www.auto-multiple-choice.net/doc/amc-txt. */
import { describe, expect, test } from 'vitest'
import { readAmc } from '../../server/exchange/read/amc.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'

const read = (text: string) => {
  const { items, mistakes } = readAmc(text)
  return {
    deck: writeSlides(items).text,
    reported: mistakes.map(({ line, level, message }) => `${line} ${level}: ${message}`),
  }
}

const attributesOf = (text: string) => /\.slide: (.*) -->/.exec(read(text).deck)?.[1]

test('reads the first example of the manual', () => {
  const { deck, reported } = read(`# AMC-TXT source file
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
  expect(reported).toEqual(["2 warning: what AMC's options say of the whole file is left out: Title, Presentation"])
})

test('reads verbatim text, code, bold and italic', () => {
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

test('lines in [verbatim] are code, whatever they look like; an unclosed mark is ignored', () => {
  const { deck, reported } = read(`*[ordered] What does it print?
[verbatim]
#include <stdio.h>
- one
* two
Title: three
[/verbatim]
+ hi
- nothing

*[ordered] And [verbatim] this?
# a comment
+ a
- b
`)
  expect(deck).toContain('```\n#include <stdio.h>\n- one\n* two\nTitle: three\n```\n\n- [x] hi\n- [ ] nothing')
  expect(deck.match(/### .*/g)).toHaveLength(2)
  expect(deck).not.toContain('a comment')
  expect(reported).toEqual([expect.stringMatching(/^11 warning: a \[verbatim\] has no end/)])
})

test.each([
  ['no', false],
  ['NO', false],
  ['False', false],
  ['0', false],
  ['', false],
  ['1', true],
  ['yes', true],
  ['true', true],
])('the boolean "%s" is read as in AMC', (value, on) => {
  const { deck } = read(`LaTeX: ${value}\nCompleteMulti: ${value}\n\n**{mz=1} Solve $x$, 5\\,\\%\n+ a\n+ b\n- c\n`)
  expect(deck.includes('`$x$`')).toBe(on)
  expect(deck.includes('data-none')).toBe(on)
})

test('pictures may have any name, [latex] contains a formula, and other marks are reported', () => {
  const { deck, reported } = read(
    '*[ordered] Which !{center}[width=2cm]oak! is [latex]$\\frac{1}{2}$[/latex]?\n+ [red]a[/red]\n-[B]{m=-2} b\n',
  )
  expect(deck).toContain('### Which ![](oak) is `$\\frac{1}{2}$`?')
  expect(reported).toEqual([
    expect.stringMatching(/^1 warning: how the picture oak is laid out \(center, width=2cm\) is left out/),
    expect.stringMatching(/^1 warning: AMC-TXT has no mark \[red\]/),
    expect.stringMatching(/^1 warning: letters of choices/),
    expect.stringMatching(/^1 warning: points of single choices/),
  ])
})

test('text outside questions is reported, and a group’s text becomes a slide', () => {
  const { deck, reported } = read(
    'Dear all,\nPaperSize: A4\nFoo: bar\n\n*([shuffle=false] Look at the map.\n\n*[ordered,indicative,gr=1] Where?\n+ a\n- b\n\n*) Well done.\n',
  )
  expect(deck.split('\n\n---\n\n')).toEqual(['Look at the map.', expect.stringContaining('### Where?'), 'Well done.\n'])
  expect(reported).toEqual([
    expect.stringMatching(/^1 warning: the line belongs to no question/),
    expect.stringMatching(/^2 warning: .* left out: PaperSize/),
    expect.stringMatching(/^3 warning: AMC has no option "Foo"/),
    expect.stringMatching(/^7 warning: the option "gr" of the question is left out/),
    expect.stringMatching(/^7 warning: the question is indicative/),
  ])
})

describe('scoring', () => {
  const several = (scoring: string) => `CompleteMulti: 0\n**[ordered]${scoring} Which are positive?\n- -2\n+ 2\n+ 10`
  const one = (scoring: string) =>
    `*[ordered]${scoring} What is the capital city of France?\n+ Paris\n- Lille\n- Marseille`

  test.each([
    ['the default for a simple question', one(''), 'data-qcm'],
    ['points for the right answer', one('{b=2}'), 'data-qcm data-points="2"'],
    ['points lost for a wrong one', one('{b=2,m=-1}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=-1"'],
    [
      'the default for a multiple question, haut=2',
      several(''),
      'data-qcm data-scoring="amc" data-bareme="b=0.666667,m=-0.333333,p=0"',
    ],
    ['all or nothing', several('{mz=3}'), 'data-qcm data-points="3"'],
    ['box by box', several('{b=2,m=-0.5,v=-1,p=-2}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=-0.5,v=-1,p=-2"'],
    ['an offset, shared out', several('{b=1,m=-1,d=3}'), 'data-qcm data-scoring="amc" data-bareme="b=2,m=0"'],
    [
      'a floor below 0',
      several('{mz=2,p=-1}'),
      'data-qcm data-scoring="amc" data-bareme="b=0.666667,m=-3.333333,p=-1"',
    ],
    [
      'haut before mz',
      several('{haut=2,mz=1}'),
      'data-qcm data-scoring="amc" data-bareme="b=0.666667,m=-0.333333,p=0"',
    ],
    [
      'partial, as Amphi writes it',
      several('{formula=2*(NBC-NMC)/NB,p=0}'),
      'data-qcm data-points="2" data-scoring="partial"',
    ],
  ])('%s', (_, text, attributes) => {
    expect(attributesOf(text)).toBe(attributes)
    expect(read(text).reported).toEqual([])
  })

  test('what a deck cannot express is reported', () => {
    const { reported } = read('*{b=2,formula=N} Which?\n+ a\n-{-2} b')
    expect(reported).toEqual([
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
  ['a choice without a question', '*( Group\n- a\n*)', /^7 error: a choice stands outside/],
  ['unclosed scoring', '*{b=2,m=-1 Which?\n+ a\n- b', /^6 error: the { after the \* is not closed/],
  ['unclosed options', '**[horiz Which?\n+ a\n+ b', /^6 error: the \[ after the \* is not closed/],
])('%s: the questions before and after are read, and the line is reported', (_, broken, expected) => {
  const result = read(`*[ordered] First?\n+ a\n- b\n# comment\n\n${broken}\n\n*[ordered] Last?\n+ a\n- b\n`)
  expect(result.deck.match(/### .*/g)).toEqual(['### First?', '### Last?'])
  expect(result.reported).toEqual([expect.stringMatching(expected)])
})

test('points on single choices disable AMC’s default scoring of the question', () => {
  expect(attributesOf('CompleteMulti: 0\n**[ordered] Which?\n+ a\n+ b\n-{m=-2} c')).toBe(
    'data-qcm data-scoring="amc" data-bareme="b=1,m=0"',
  )
})
